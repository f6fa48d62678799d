//! Graphs put into stores: what goes where, and that faults on the way lose nothing and leave nothing twice.

use crate::faulty::{Fault, Faulty, Seen};
use crate::graph::{Graph, said};
use legation::Error;
use legation::export::{self, Format};
use legation::graph::{GraphDocument, Kind, Status};
use legation::store::infer;
use legation::store::load::{
    Credentials, Journal, Layout, Options, Patience, Progress, Protocol, Remote, load,
};
use legation::vocabulary::Vocabulary;
use oxigraph::io::RdfFormat;
use oxigraph::store::Store;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

/// As a user has it, but in a hurry.
const HASTE: Patience = Patience {
    attempts: 4,
    first_wait: Duration::from_millis(1),
    longest_wait: Duration::from_millis(20),
    answer: Duration::from_millis(300),
};

/// A graph to load, and the way to do it.
struct Case {
    graph: GraphDocument,
    vocabulary: Vocabulary,
    options: Options,
    protocol: Protocol,
    credentials: Option<Credentials>,
    patience: Patience,
}

impl Case {
    fn of(graph: &Graph) -> Self {
        Self {
            graph: graph.knowledge.to_document(),
            vocabulary: Vocabulary::embedded().expect("the shipped vocabulary loads"),
            options: Options::default(),
            protocol: Protocol::default(),
            credentials: None,
            patience: HASTE,
        }
    }

    /// A graph of several batches of updates.
    fn of_many() -> Self {
        let names: Vec<String> = (0..300).map(|n| format!("C{n}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut graph = Graph::new().with_document("d").with_document("e").entities(Kind::Country, &names);
        for pair in names.windows(2) {
            graph = graph.fact(&format!("{} visited {}", pair[0], pair[1]), "2019");
        }
        let graph = graph.says_in("e", "C0 metWith C9", "", Status::Asserted);
        let one = Layout::One("https://stores.example/one".to_owned());
        let mut case = Self { protocol: Protocol::Update, ..Self::of(&graph) };
        case.options = Options { layout: one, replace: true, ..Options::default() };
        case
    }

    fn load_with(&self, server: &Faulty, journal: Option<&mut Journal>) -> Result<Progress, Error> {
        let url = server.url(self.protocol);
        let quiet = |_: &str| ();
        let mut remote = Remote::new(&url, self.protocol, self.credentials.clone(), self.patience, &quiet)?;
        load(&self.graph, &self.vocabulary, &self.options, &mut remote, journal, &mut |_| ())
    }

    fn load(&self, server: &Faulty) -> Result<Progress, Error> {
        self.load_with(server, None)
    }

    /// What a store without faults has in the end.
    fn expected(&self) -> BTreeSet<String> {
        let server = Faulty::with([]);
        self.load(&server).expect("a load");
        server.quads()
    }

    /// Every triple of the graph, as the export has them and a store keeps them.
    fn triples(&self) -> BTreeSet<String> {
        let options = export::Options::default();
        let lines = export::render(&self.graph, &self.vocabulary, Format::NTriples, &options);
        let store = Store::new().expect("a store");
        store.load_from_slice(RdfFormat::NTriples, &lines.expect("N-Triples")).expect("triples");
        store.iter().map(|quad| quad.expect("a quad").to_string()).collect()
    }
}

/// The triples of a graph among quads, or of all graphs.
fn triples(quads: &BTreeSet<String>, graph: Option<&str>) -> BTreeSet<String> {
    let parted = quads.iter().filter_map(|quad| quad.rsplit_once(" <"));
    let wanted = parted.filter(|(_, name)| graph.is_none_or(|graph| name.trim_end_matches('>') == graph));
    wanted.map(|(triple, _)| triple.to_owned()).collect()
}

fn graphs(quads: &BTreeSet<String>) -> BTreeSet<&str> {
    quads.iter().filter_map(|quad| Some(quad.rsplit_once(" <")?.1.trim_end_matches('>'))).collect()
}

fn source(path: &str) -> String {
    legation::graph::id::source_graph(legation::vocabulary::DEFAULT_BASE, path)
}

/// What two documents say, together and each alone.
fn two_documents() -> Graph {
    Graph::new()
        .with_document("one")
        .with_document("two")
        .entities(Kind::Country, &["A", "B", "C"])
        .entities(Kind::Event, &["E"])
        .says_in("one", "A visited B", "2019", Status::Asserted)
        .says_in("two", "A visited B", "2019", Status::Asserted)
        .says_in("one", "A participatedIn E", "2020", Status::Asserted)
        .says_in("two", "C participatedIn E", "2020", Status::Asserted)
}

#[test]
fn each_source_has_what_it_says_in_a_graph_of_its_own() {
    let mut graph = two_documents();
    infer(&mut graph.knowledge, &graph.vocabulary).expect("rules that run");
    let case = Case::of(&graph);
    let server = Faulty::with([]);
    let done = case.load(&server).expect("a load");
    let quads = server.quads();
    assert_eq!((done.graphs, done.triples), (3, quads.len()));
    let (one, two, common) =
        (source("one.txt"), source("two.txt"), "https://legation.example/id/common".to_owned());
    assert_eq!(graphs(&quads), BTreeSet::from([one.as_str(), two.as_str(), common.as_str()]));
    let (loaded, exported) = (triples(&quads, None), case.triples());
    assert_eq!(loaded.symmetric_difference(&exported).collect::<Vec<_>>(), Vec::<&String>::new());
    let of =
        |graph: &str, part: &str| triples(&quads, Some(graph)).iter().filter(|t| t.contains(part)).count();
    // A statement of both is whole in both, each with its own evidence; so is what follows from both.
    assert_eq!([of(&one, "#visited> <"), of(&two, "#visited> <")], [1, 1]);
    assert_eq!([of(&one, "document/two"), of(&two, "document/one"), of(&common, "document/")], [0, 0, 0]);
    let premise = |graph| of(graph, "#inferredFrom>");
    assert!(premise(&one) >= 2 && premise(&one) == premise(&two), "{quads:?}");
    assert_eq!([of(&common, "label>"), of(&one, "label>"), of(&two, "label>")], [4, 0, 0]);
    assert!(server.seen().iter().all(|seen| seen.method == "POST"));
}

#[test]
fn a_load_adds_and_a_replacement_takes_away_what_the_source_said_before() {
    let earlier = Case::of(&two_documents().says_in("one", "B visited C", "", Status::Asserted));
    let mut case = Case::of(&two_documents());
    for protocol in Protocol::ALL {
        let server = Faulty::with([]);
        case.protocol = protocol;
        earlier.load(&server).expect("a load");
        let before = server.quads();
        case.options.replace = false;
        case.load(&server).expect("a load");
        assert_eq!(server.quads(), before, "nothing goes unasked");
        case.options.replace = true;
        case.load(&server).expect("a load");
        assert_eq!(server.quads(), case.expected());
        assert!(before.len() > case.expected().len());
    }
}

#[test]
fn faults_lose_nothing_and_leave_nothing_twice() {
    let slow = Fault::Slow(HASTE.answer * 2);
    let faults = [
        Fault::LostOnTheWay,
        Fault::AnswerLost,
        Fault::AnswerTorn,
        slow,
        Fault::Status(503, "Retry-After: 0\r\n"),
        Fault::Status(429, ""),
        Fault::Status(500, "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n"),
    ];
    let by_update = Case::of_many();
    let by_graph_store =
        Case { options: Options::default(), protocol: Protocol::GraphStore, ..Case::of_many() };
    for case in [by_update, by_graph_store] {
        let expected = case.expected();
        let clean = Faulty::with([]);
        case.load(&clean).expect("a load");
        let requests = clean.seen().len();
        assert!(requests >= 3, "{requests} requests");
        for fault in &faults {
            // The first request, one in the middle, and the last; then all of them.
            for at in [0, requests / 2, requests - 1] {
                let server = Faulty::with((0..=at).map(|n| (n == at).then(|| fault.clone())));
                case.load(&server).unwrap_or_else(|e| panic!("{fault:?} at {at}: {e}"));
                assert_eq!(server.quads(), expected, "{fault:?} at {at}");
            }
        }
        let server =
            Faulty::with((0..requests * 2).map(|n| faults.get(n % 2 + 1).filter(|_| n % 3 != 2).cloned()));
        case.load(&server).expect("a load in spite of all");
        assert_eq!(server.quads(), expected);
        assert!(server.seen().len() > requests);
    }
}

#[test]
fn a_store_is_given_the_time_it_asks_for() {
    let mut case = Case::of(&two_documents());
    case.patience.longest_wait = Duration::from_secs(5);
    let server = Faulty::with([Some(Fault::Status(503, "Retry-After: 1\r\n"))]);
    let begun = Instant::now();
    case.load(&server).expect("a load");
    assert!(begun.elapsed() >= Duration::from_secs(1));
    assert_eq!(server.quads(), case.expected());
}

#[test]
fn a_refusal_is_final_and_says_what_is_there() {
    let case = Case::of(&two_documents());
    let server = Faulty::with([None, Some(Fault::Status(400, ""))]);
    let refused = case.load(&server).unwrap_err().to_string();
    assert_eq!(server.seen().len(), 2);
    let url = server.url(case.protocol);
    let (all, common) = (case.expected().len(), server.quads().len());
    assert_eq!(
        refused,
        format!(
            "{url}: the store answers 400 Bad Request: no luck; is `{url}` its address for --protocol graph-store, and \
             not for --protocol update?\n{common} of {all} triples are loaded, 1 of 3 graphs whole; the same command \
             loads everything again, and leaves nothing twice"
        )
    );
    let busy = Faulty::with((0..9).map(|_| Some(Fault::Status(503, ""))));
    let given_up = case.load(&busy).unwrap_err().to_string();
    assert_eq!(busy.seen().len(), 4);
    assert!(
        given_up.contains("503 Service Unavailable: no luck, after 4 attempts\nnothing is loaded"),
        "{given_up}"
    );
    let moved = Faulty::with([Some(Fault::Status(307, "Location: http://elsewhere.example/\r\n"))]);
    let moved = case.load(&moved).unwrap_err().to_string();
    assert!(moved.contains("leads to `http://elsewhere.example/`: give the address"), "{moved}");
}

#[test]
fn an_interrupted_load_goes_on_where_it_stopped() {
    let case = Case::of_many();
    let path = scratch("resume").join("journal");
    let clean = Faulty::with([]);
    case.load(&clean).expect("a load");
    let requests = clean.seen().len();
    let server = Faulty::with([None, None, Some(Fault::Status(403, ""))]);
    let mut journal = Journal::open(&path).expect("a journal");
    let stopped = case.load_with(&server, Some(&mut journal)).unwrap_err().to_string();
    assert!(stopped.contains("writing is not allowed there"), "{stopped}");
    assert!(stopped.ends_with("graphs whole; the same command goes on from there"), "{stopped}");
    drop(journal);
    let mut journal = Journal::open(&path).expect("a journal");
    assert_eq!(journal.len(), 2);
    let done = case.load_with(&server, Some(&mut journal)).expect("the rest");
    assert_eq!(done.triples, done.all_triples);
    assert_eq!(server.seen().len(), 3 + requests - 2);
    assert_eq!(server.quads(), case.expected());
}

/// A journal of what has changed since is worth nothing: what is there of the graph may be of the old one.
#[test]
fn a_graph_that_has_changed_since_is_loaded_whole() {
    let earlier = Case::of_many();
    let path = scratch("changed").join("journal");
    let server = Faulty::with([None, None, Some(Fault::Status(403, ""))]);
    let mut journal = Journal::open(&path).expect("a journal");
    earlier.load_with(&server, Some(&mut journal)).expect_err("a refusal");
    let mut later = Case::of_many();
    later.graph.statements.pop();
    later.load_with(&server, Some(&mut journal)).expect("a load");
    assert_eq!(server.quads(), later.expected());
}

#[test]
fn credentials_are_given_as_the_store_asks_for_them() {
    let mut case = Case::of(&two_documents());
    let answers = |server: &Faulty| -> Vec<Option<String>> {
        server.seen().into_iter().map(|Seen { authorization, .. }| authorization).collect()
    };
    let basic = Faulty::that_asks("Basic realm=\"s\"", "Basic YW5uOnNlc2FtZQ==");
    let nobody = case.load(&basic).unwrap_err().to_string();
    assert!(
        nobody.contains("401 Unauthorized; set LEGATION_USER and LEGATION_PASSWORD, or LEGATION_TOKEN"),
        "{nobody}"
    );
    case.credentials = Some(Credentials::Password { user: "ann".to_owned(), password: "sesame".to_owned() });
    case.load(&basic).expect("a load");
    assert_eq!(basic.quads(), case.expected());
    assert_eq!(answers(&basic)[..2], [None, None], "a password is not given unasked");
    let digest = Faulty::that_asks(
        "Basic realm=\"s\", Digest realm=\"s\", nonce=\"n\", qop=\"auth\", algorithm=\"MD5\"",
        "Digest username=\"ann\", realm=\"s\", uri=\"/store?graph=https%3A%2F%2Flegation.example%2Fid%2F",
    );
    case.load(&digest).expect("a load");
    assert_eq!(digest.quads(), case.expected());
    assert!(answers(&digest).iter().flatten().all(|given| !given.contains("sesame")));
    let other = Faulty::that_asks("Basic realm=\"s\"", "Basic other");
    let refused = case.load(&other).unwrap_err().to_string();
    assert!(refused.contains("it does not take the name and password"), "{refused}");
    assert!(
        !refused.contains("sesame") && !format!("{:?}", case.credentials).contains("sesame"),
        "{refused}"
    );
    assert_eq!(other.seen().len(), 2);
    let token = Faulty::that_asks("Bearer", "Bearer t0k3n");
    case.credentials = Some(Credentials::Token("t0k3n".to_owned()));
    case.load(&token).expect("a load");
    assert!(answers(&token).iter().all(|given| given.as_deref() == Some("Bearer t0k3n")));
}

#[test]
fn the_command_loads_and_says_so() {
    let server = Faulty::with([]);
    let url = server.url(Protocol::GraphStore);
    let (told, code) = run(&["examples/accessions.txt", "--to", &url], &[]);
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(told, format!("note: {} triples in 2 graphs of {url}\n", server.quads().len()));
    let journal = scratch("command").join("journal");
    let resume = [
        "examples/accessions.txt",
        "--to",
        "http://127.0.0.1:9/",
        "--resume",
        &journal.display().to_string(),
    ];
    let (told, code) = run(&resume[..3], &[("LEGATION_USER", "ann")]);
    assert_eq!((told.as_str(), code), ("error: LEGATION_USER: is set without LEGATION_PASSWORD\n", Some(2)));
    let to_server = [&resume[..2], &[url.as_str()], &resume[3..]].concat();
    assert_eq!(run(&to_server, &[]).1, Some(0));
    assert!(!journal.exists(), "a journal goes when all is loaded");
    let busy = Faulty::with([None, Some(Fault::Status(400, ""))]);
    let to_busy = [&resume[..2], &[busy.address.as_str()], &resume[3..]].concat();
    let (told, code) = run(&to_busy, &[]);
    assert_eq!(code, Some(2));
    assert!(told.contains("1 of 2 graphs whole; the same command goes on from there"), "{told}");
    assert!(journal.exists());
    let (told, code) = run(&["examples/accessions.txt", "--to", &url, "--graph", "no iri"], &[]);
    assert_eq!(code, Some(2));
    assert!(told.starts_with("error: --graph: `no iri` is not an absolute IRI"), "{told}");
}

#[cfg(not(feature = "disk-store"))]
#[test]
fn a_build_without_stores_on_disk_says_how_to_get_one() {
    let (told, code) = run(&["examples/accessions.txt", "--store", "nowhere"], &[]);
    assert_eq!(code, Some(2));
    assert!(told.contains("cargo build --release --features disk-store"), "{told}");
}

#[cfg(feature = "disk-store")]
#[test]
fn a_store_on_disk_has_the_same_in_it() {
    use legation::store::load::open_folder;
    let folder = scratch("disk");
    let mut case = Case::of(&two_documents());
    let earlier = Case::of(&two_documents().says_in("one", "B visited C", "", Status::Asserted));
    let into = |case: &Case| {
        let mut target = open_folder(&folder).expect("a store");
        load(&case.graph, &case.vocabulary, &case.options, target.as_mut(), None, &mut |_| ())
            .expect("a load");
    };
    into(&earlier);
    case.options.replace = true;
    into(&case);
    into(&case);
    let store = oxigraph::store::Store::open(&folder).expect("a store");
    let quads: BTreeSet<String> = store.iter().map(|quad| quad.expect("a quad").to_string()).collect();
    assert_eq!(quads, case.expected());
}

/// `legation load`: what it says, and how it ends.
fn run(arguments: &[&str], environment: &[(&str, &str)]) -> (String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_legation"));
    for name in ["LEGATION_USER", "LEGATION_PASSWORD", "LEGATION_TOKEN"] {
        command.env_remove(name);
    }
    let output = command.arg("load").args(arguments).envs(environment.iter().copied()).output();
    let (out, told, code) = said(&output.expect("the command runs"));
    assert_eq!(out, "");
    (told, code)
}

/// An empty folder.
fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("load-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}
