//! A store with faults: it keeps graphs in memory, speaks just enough HTTP, and misbehaves as it is told to.

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::NamedNode;
use oxigraph::sparql::SparqlEvaluator;
use oxigraph::store::Store;
use percent_encoding::percent_decode_str;
use std::collections::{BTreeSet, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What happens to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The connection ends in the middle of the request.
    LostOnTheWay,
    /// The request is carried out, and the connection ends before the answer.
    AnswerLost,
    /// The request is carried out, and the connection ends in the middle of the answer.
    AnswerTorn,
    /// The request is carried out, and the answer takes so long.
    Slow(Duration),
    /// The answer is this status, with these headers, and nothing else happens.
    Status(u16, &'static str),
}

/// A request that came in whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) method: String,
    /// The graph it names, if it does.
    pub(crate) graph: String,
    pub(crate) authorization: Option<String>,
}

/// A store at an address of this machine.
#[derive(Clone)]
pub(crate) struct Faulty {
    pub(crate) address: String,
    pub(crate) store: Store,
    faults: Arc<Mutex<VecDeque<Option<Fault>>>>,
    seen: Arc<Mutex<Vec<Seen>>>,
    /// What lets somebody in, if not everybody is.
    admits: Option<(&'static str, &'static str)>,
}

impl Faulty {
    /// Each of the first requests meets its fault; those that follow meet none.
    pub(crate) fn with(faults: impl IntoIterator<Item = Option<Fault>>) -> Self {
        Self::start(faults.into_iter().collect(), None)
    }

    /// One that answers 401 and this challenge unless the authorization begins in this way.
    pub(crate) fn that_asks(challenge: &'static str, authorization: &'static str) -> Self {
        Self::start(VecDeque::new(), Some((challenge, authorization)))
    }

    fn start(faults: VecDeque<Option<Fault>>, admits: Option<(&'static str, &'static str)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let store = Store::new().expect("a store");
        let (faults, seen) = (Arc::new(Mutex::new(faults)), Arc::default());
        let server = Self { address, store, faults, seen, admits };
        let own = server.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = own.clone();
                // Whatever goes wrong with a connection is the client's to bear.
                thread::spawn(move || server.converse(&stream));
            }
        });
        server
    }

    /// The address of its Graph Store or, for the other protocol, of its updates.
    pub(crate) fn url(&self, protocol: legation::store::load::Protocol) -> String {
        let path = match protocol {
            legation::store::load::Protocol::GraphStore => "store",
            legation::store::load::Protocol::Update => "update",
        };
        format!("{}/{path}", self.address)
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("no panic").clone()
    }

    /// What is in it, a quad a line.
    pub(crate) fn quads(&self) -> BTreeSet<String> {
        self.store.iter().map(|quad| quad.expect("a quad").to_string()).collect()
    }

    /// Answers one request after the other, as long as nothing ends the connection.
    fn converse(&self, mut stream: &TcpStream) -> Option<()> {
        let mut reader = BufReader::new(stream);
        loop {
            let head = Head::read(&mut reader)?;
            if head.expects {
                stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").ok()?;
            }
            let fault = self.faults.lock().ok()?.pop_front().flatten();
            let length = if fault == Some(Fault::LostOnTheWay) { head.length / 2 } else { head.length };
            let mut body = vec![0; length];
            reader.read_exact(&mut body).ok()?;
            if fault == Some(Fault::LostOnTheWay) {
                return None;
            }
            self.seen.lock().ok()?.push(head.seen());
            let answer = self.answer(&head, &body, fault.as_ref())?;
            stream.write_all(answer.as_bytes()).ok()?;
            if fault == Some(Fault::AnswerTorn) {
                return None;
            }
        }
    }

    /// The answer, or none if the connection ends.
    fn answer(&self, head: &Head, body: &[u8], fault: Option<&Fault>) -> Option<String> {
        if let Some(Fault::Status(status, headers)) = fault {
            let body = "<b>no</b> luck";
            return Some(format!(
                "HTTP/1.1 {status} X\r\n{headers}Content-Length: {}\r\n\r\n{body}",
                body.len()
            ));
        }
        if let Some((challenge, _)) = self.admits.filter(|(_, begin)| !head.is_authorized(begin)) {
            return Some(format!(
                "HTTP/1.1 401 X\r\nWWW-Authenticate: {challenge}\r\nContent-Length: 0\r\n\r\n"
            ));
        }
        if let Some(Fault::Slow(time)) = fault {
            self.apply(head, body);
            thread::sleep(*time);
            return Some("HTTP/1.1 204 X\r\n\r\n".to_owned());
        }
        self.apply(head, body);
        match fault {
            Some(Fault::AnswerLost) => None,
            Some(Fault::AnswerTorn) => Some("HTTP/1.1 20".to_owned()),
            _ => Some("HTTP/1.1 204 X\r\n\r\n".to_owned()),
        }
    }

    /// Does what a request asks for.
    fn apply(&self, head: &Head, body: &[u8]) {
        if head.target.starts_with("/update") {
            let text = std::str::from_utf8(body).expect("UTF-8");
            let update = SparqlEvaluator::new().parse_update(text).expect("an update");
            update.on_store(&self.store).execute().expect("an update that can be done");
            return;
        }
        let graph = NamedNode::new(head.graph()).expect("a graph by name");
        let mut transaction = self.store.start_transaction().expect("a transaction");
        if head.method == "PUT" {
            transaction.remove_named_graph(&graph).expect("a graph that goes");
        }
        let parser = RdfParser::from_format(RdfFormat::NTriples).with_default_graph(graph);
        for quad in parser.for_slice(body) {
            transaction.insert(quad.expect("N-Triples").as_ref());
        }
        transaction.commit().expect("an end");
    }
}

/// What stands before the body of a request.
#[derive(Default)]
struct Head {
    method: String,
    target: String,
    length: usize,
    expects: bool,
    authorization: Option<String>,
}

impl Head {
    fn read(reader: &mut impl BufRead) -> Option<Self> {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|&read| read > 0)?;
        let mut words = line.split(' ').map(str::to_owned);
        let mut head = Self { method: words.next()?, target: words.next()?, ..Self::default() };
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).ok().filter(|&read| read > 0)?;
            let Some((name, value)) = line.trim_end().split_once(':') else { return Some(head) };
            match name.to_lowercase().as_str() {
                "content-length" => head.length = value.trim().parse().ok()?,
                "expect" => head.expects = true,
                "authorization" => head.authorization = Some(value.trim().to_owned()),
                _ => {}
            }
        }
    }

    fn graph(&self) -> String {
        let graph = self.target.split_once("graph=").map_or("", |(_, graph)| graph);
        percent_decode_str(graph).decode_utf8_lossy().into_owned()
    }

    fn is_authorized(&self, begin: &str) -> bool {
        self.authorization.as_ref().is_some_and(|own| own.starts_with(begin))
    }

    fn seen(&self) -> Seen {
        let (method, authorization) = (self.method.clone(), self.authorization.clone());
        Seen { method, graph: self.graph(), authorization }
    }
}
