//! A store that is spoken to over HTTP.

use std::time::Duration;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use ureq::http::header::{AUTHORIZATION, CONTENT_TYPE, EXPECT, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use ureq::http::{HeaderMap, Request, Response, StatusCode, Uri};
use ureq::{Agent, Body};

use super::auth::Authorization;
use super::retry::Failure;
use super::{Batch, BatchSize, Credentials, Patience, Target};
use crate::Error;
use crate::vocabulary::choose;

/// What stays as it is in the query of an address.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How much of what a store says about a refusal is read, and how much of that is passed on.
const READ: u64 = 64 << 10;
const SHOWN: usize = 300;

/// How long a connection may take to be made.
const CONNECT: Duration = Duration::from_secs(10);

/// How a store is spoken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Protocol {
    /// SPARQL 1.1 Graph Store HTTP Protocol: PUT and POST of triples to `URL?graph=IRI`.
    #[default]
    GraphStore,
    /// SPARQL 1.1 Update: `INSERT DATA`, posted to the URL.
    Update,
}

impl Protocol {
    /// Every protocol.
    pub const ALL: [Self; 2] = [Self::GraphStore, Self::Update];

    /// The name a user gives.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::GraphStore => "graph-store",
            Self::Update => "update",
        }
    }

    /// What stores were seen to take at once: Virtuoso's parser of SPARQL runs out of memory at 5,000 triples.
    const fn batch_size(self) -> BatchSize {
        match self {
            Self::GraphStore => BatchSize { triples: 20_000, bytes: 4 << 20 },
            Self::Update => BatchSize { triples: 2_000, bytes: 1 << 20 },
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::GraphStore => Self::Update,
            Self::Update => Self::GraphStore,
        }
    }
}

impl std::fmt::Display for Protocol {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for Protocol {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        choose("protocol", name, &Self::ALL, Self::name)
    }
}

/// A store at an address.
pub struct Remote<'a> {
    url: String,
    protocol: Protocol,
    authorization: Authorization,
    patience: Patience,
    /// Hears of every wait before another attempt.
    waiting: &'a dyn Fn(&str),
    agent: Agent,
    /// Whether it has answered.
    met: bool,
}

impl<'a> Remote<'a> {
    /// A store that nothing has been sent to yet; `waiting` hears why a request is sent again.
    ///
    /// # Errors
    /// The address is none, begins with https where that is not built in, or has a password in it.
    pub fn new(
        url: &str,
        protocol: Protocol,
        credentials: Option<Credentials>,
        patience: Patience,
        waiting: &'a dyn Fn(&str),
    ) -> Result<Self, Error> {
        check(url)?;
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(patience.answer))
            .timeout_connect(Some(CONNECT.min(patience.answer)))
            .user_agent(concat!("legation/", env!("CARGO_PKG_VERSION")))
            .build();
        let (url, authorization) = (url.to_owned(), Authorization::new(credentials));
        Ok(Self { url, protocol, authorization, patience, waiting, agent: config.into(), met: false })
    }

    /// Sends a message once, and once more if the store asks who is there.
    fn attempt(&mut self, message: &Message) -> Result<(), Failure> {
        let mut response = self.send(message)?;
        self.met = true;
        if response.status() == StatusCode::UNAUTHORIZED && self.is_answered(response.headers()) {
            response = self.send(message)?;
        }
        let status = response.status();
        if status.is_success() {
            // Read to its end, so that the connection serves again; what it says does not matter.
            let _ = said(&mut response);
            return Ok(());
        }
        let reason = format!("the store answers {status}{}", said(&mut response));
        if is_passing(status) {
            return Err(Failure::Passing { reason, wait: retry_after(response.headers()) });
        }
        Err(Failure::Lasting(format!("{reason}{}", self.remedy(status, response.headers()))))
    }

    fn is_answered(&mut self, headers: &HeaderMap) -> bool {
        let challenges = headers.get_all(WWW_AUTHENTICATE).iter().filter_map(|value| value.to_str().ok());
        self.authorization.challenged(challenges)
    }

    fn send(&mut self, message: &Message) -> Result<Response<Body>, Failure> {
        let Message { method, uri, media_type, body } = message;
        let target = uri.path_and_query().map_or("/", |target| target.as_str());
        let header = self.authorization.header(method, target, body).map_err(Failure::Lasting)?;
        let mut request = Request::builder().method(*method).uri(uri).header(CONTENT_TYPE, *media_type);
        if let Some(header) = header {
            request = request.header(AUTHORIZATION, header);
        }
        if !self.met {
            // A store that lets nobody in can say so before it is sent anything.
            request = request.header(EXPECT, "100-continue");
        }
        let request = request.body(body.as_slice()).map_err(|e| Failure::Lasting(e.to_string()))?;
        self.agent.run(request).map_err(|error| failure(&error))
    }

    /// What to do about a refusal.
    fn remedy(&self, status: StatusCode, headers: &HeaderMap) -> String {
        let url = &self.url;
        let remedy = match status {
            StatusCode::UNAUTHORIZED if self.authorization.is_given() => {
                "it does not take the name and password, or the token, that the environment gives"
            }
            StatusCode::UNAUTHORIZED => {
                "set LEGATION_USER and LEGATION_PASSWORD, or LEGATION_TOKEN, in the environment"
            }
            StatusCode::FORBIDDEN => {
                "writing is not allowed there; some stores have another address for it, such as Virtuoso's \
                 /sparql-graph-crud-auth"
            }
            StatusCode::PAYLOAD_TOO_LARGE => "raise the limit of the store, or of the proxy before it",
            status if status.is_redirection() => {
                let to =
                    headers.get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or("an unknown address");
                return format!("; `{url}` leads to `{}`: give the address that takes the graph", plain(to));
            }
            _ => {
                let (own, other) = (self.protocol, self.protocol.other());
                return format!(
                    "; is `{url}` its address for --protocol {own}, and not for --protocol {other}?"
                );
            }
        };
        format!("; {remedy}")
    }
}

impl Target for Remote<'_> {
    fn name(&self) -> &str {
        &self.url
    }

    fn batch_size(&self) -> BatchSize {
        self.protocol.batch_size()
    }

    fn take(&mut self, batch: &Batch) -> Result<(), Error> {
        let message = Message::of(batch, &self.url, self.protocol)?;
        let (patience, waiting) = (self.patience, self.waiting);
        patience
            .try_until(|| self.attempt(&message), waiting)
            .map_err(|reason| Error::invalid(self.url.as_str(), reason))
    }
}

/// What is sent for a batch.
struct Message {
    method: &'static str,
    uri: Uri,
    media_type: &'static str,
    body: Vec<u8>,
}

impl Message {
    fn of(batch: &Batch, url: &str, protocol: Protocol) -> Result<Self, Error> {
        let address = |url: &str| url.parse().map_err(|e| Error::invalid(url, format!("is no address: {e}")));
        Ok(match protocol {
            Protocol::GraphStore => Self {
                method: if batch.clear { "PUT" } else { "POST" },
                uri: address(&with_graph(url, batch.graph))?,
                media_type: "application/n-triples",
                body: batch.lines.to_vec(),
            },
            Protocol::Update => Self {
                method: "POST",
                uri: address(url)?,
                media_type: "application/sparql-update",
                body: update(batch),
            },
        })
    }
}

/// The address of a graph in a Graph Store.
fn with_graph(url: &str, graph: &str) -> String {
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}graph={}", utf8_percent_encode(graph, UNRESERVED))
}

/// A batch as SPARQL Update; N-Triples are triples of SPARQL as they are.
fn update(batch: &Batch) -> Vec<u8> {
    let graph = batch.graph;
    let drop = if batch.clear { format!("DROP SILENT GRAPH <{graph}> ;\n") } else { String::new() };
    let begin = format!("{drop}INSERT DATA {{ GRAPH <{graph}> {{\n");
    [begin.as_bytes(), batch.lines, b"} }\n"].concat()
}

fn check(url: &str) -> Result<(), Error> {
    let place = "--to";
    let uri: Uri = url.parse().map_err(|e| Error::invalid(place, format!("`{url}` is no address: {e}")))?;
    if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
        let message = "the address has a name or password in it, which others can see; set LEGATION_USER and \
                       LEGATION_PASSWORD in the environment";
        return Err(Error::invalid(place, message));
    }
    match uri.scheme_str() {
        Some("http") => Ok(()),
        Some("https") if cfg!(feature = "https") => Ok(()),
        Some("https") => {
            let message = "this build speaks http alone; build one that speaks https: cargo build --release --features https";
            Err(Error::invalid(place, message))
        }
        _ => {
            let message =
                format!("`{url}` is no address of a store; expected one such as http://localhost:7878/store");
            Err(Error::invalid(place, message))
        }
    }
}

/// Whether a store may say something else later.
fn is_passing(status: StatusCode) -> bool {
    let never = [StatusCode::NOT_IMPLEMENTED, StatusCode::HTTP_VERSION_NOT_SUPPORTED];
    let busy = [StatusCode::REQUEST_TIMEOUT, StatusCode::TOO_MANY_REQUESTS];
    busy.contains(&status) || status.is_server_error() && !never.contains(&status)
}

/// The wait a store asks for, in seconds; a date it may give instead is not heeded.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

/// Why there is no answer: all but a fault of the request itself may be over soon.
fn failure(error: &ureq::Error) -> Failure {
    use ureq::Error::{BadUri, Http, InvalidProxyUrl, RequireHttpsOnly, Tls};
    let reason = format!("no answer: {error}");
    match error {
        BadUri(_) | Http(_) | InvalidProxyUrl | RequireHttpsOnly(_) | Tls(_) => Failure::Lasting(reason),
        _ => Failure::Passing { reason, wait: None },
    }
}

/// What a store says of a refusal, after a colon and without markup, cut short.
fn said(response: &mut Response<Body>) -> String {
    let body = response.body_mut().with_config().limit(READ).lossy_utf8(true).read_to_string();
    let text = plain(&body.unwrap_or_default());
    if text.is_empty() { text } else { format!(": {text}") }
}

/// A text as one line for a terminal: no tags, no control characters.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut in_tag = false;
    for c in text.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                out.push(' ');
            }
            _ if in_tag => {}
            c => out.push(if c.is_control() { ' ' } else { c }),
        }
    }
    let words: Vec<&str> = out.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::{check, plain, update, with_graph};
    use crate::store::load::Batch;

    #[test]
    fn graphs_are_named_in_the_address() {
        let graph = "https://x.example/a b#ü&c";
        let encoded = "graph=https%3A%2F%2Fx.example%2Fa%20b%23%C3%BC%26c";
        assert_eq!(with_graph("http://h/store", graph), format!("http://h/store?{encoded}"));
        assert_eq!(with_graph("http://h/s?repo=x", graph), format!("http://h/s?repo=x&{encoded}"));
    }

    #[test]
    fn updates_empty_a_graph_before_they_fill_it() {
        let batch = Batch { graph: "g:1", clear: true, before: 0, triples: 1, lines: b"<a:> <b:> <c:> .\n" };
        let insert = "INSERT DATA { GRAPH <g:1> {\n<a:> <b:> <c:> .\n} }\n";
        assert_eq!(
            String::from_utf8(update(&batch)).unwrap(),
            format!("DROP SILENT GRAPH <g:1> ;\n{insert}")
        );
        let more = Batch { clear: false, ..batch };
        assert_eq!(String::from_utf8(update(&more)).unwrap(), insert);
    }

    #[test]
    fn addresses_that_cannot_be_are_refused_before_anything_is_read() {
        assert!(check("http://localhost:7878/store").is_ok());
        for (url, told) in [
            ("localhost:7878", "such as http://localhost:7878/store"),
            ("store", "such as http://localhost:7878/store"),
            ("ftp://host/store", "such as http://localhost:7878/store"),
            ("http://ann:secret@host/store", "set LEGATION_USER"),
            ("http://a b/", "is no address"),
        ] {
            let refused = check(url).unwrap_err().to_string();
            assert!(refused.contains(told), "{refused}");
            assert!(!refused.contains("secret"), "{refused}");
        }
        assert_eq!(check("https://host/store").is_ok(), cfg!(feature = "https"));
    }

    #[test]
    fn what_a_store_says_is_one_plain_line() {
        let page = "<html>\n<title>Failed</title><body>a &lt; b,\u{1b}[31m no\r\n  more</body></html>";
        assert_eq!(plain(page), "Failed a &lt; b, [31m no more");
        assert_eq!(plain(&"x".repeat(400)).chars().count(), 301);
    }
}
