//! Who had an office before or after somebody, told by "before her", "after him" and verbs of succession.

use crate::{never_says, says};

#[test]
fn who_came_before_had_the_office() {
    says(
        "Alain Berset has been secretary general of the Council of Europe since 2024. Before him came Marija Pejčinović Burić.",
        "Marija Pejčinović Burić | holdsPosition | Council of Europe | asserted",
    );
    says(
        "Kristalina Georgieva is managing director of the International Monetary Fund; Christine Lagarde did so before her.",
        "Christine Lagarde | holdsPosition | International Monetary Fund | asserted",
    );
    never_says(
        "Christine Lagarde is president of the European Central Bank. Angela Merkel was a witness before her.",
        "Angela Merkel | holdsPosition | European Central Bank",
    );
}

#[test]
fn who_held_it_after_them_is_told_with_them() {
    let passage =
        "Kofi Annan was the seventh secretary-general of the United Nations, after Boutros Boutros-Ghali.";
    says(passage, "Boutros Boutros-Ghali | holdsPosition | United Nations | asserted");
    never_says("Kofi Annan led a mission to Kenya after Mwai Kibaki.", "Mwai Kibaki | holdsPosition");
}

#[test]
fn to_relieve_unseat_or_precede_is_succession() {
    says(
        "Mirjana Spoljaric Egger relieved Peter Maurer as president of the International Committee of the Red Cross.",
        "Peter Maurer | holdsPosition | International Committee of the Red Cross | asserted",
    );
    says(
        "Michaëlle Jean was secretary-general of La Francophonie. Louise Mushikiwabo unseated her in 2018.",
        "Louise Mushikiwabo | holdsPosition | Organisation internationale de la Francophonie | asserted",
    );
    says(
        "Jens Stoltenberg became secretary general of NATO in 2014. Anders Fogh Rasmussen preceded him.",
        "Anders Fogh Rasmussen | holdsPosition | NATO | asserted",
    );
    never_says(
        "Emmanuel Macron relieved Sébastien Lecornu of his post as defence minister of France.",
        "Emmanuel Macron | holdsPosition",
    );
}

#[test]
fn a_place_or_old_job_is_taken() {
    let passage = "Olaf Scholz was dismissed as chairman of Europol; Mark Rutte took his place.";
    says(passage, "Mark Rutte | holdsPosition | Europol | asserted");
    says(
        "Nikos Dendias was foreign minister of Greece until 2023. Giorgos Gerapetritis has his old job.",
        "Giorgos Gerapetritis | holdsPosition | Greece | asserted",
    );
    never_says(
        "Nikos Dendias was foreign minister of Greece until 2023. Giorgos Gerapetritis took up his post as ambassador to Italy.",
        "Giorgos Gerapetritis | holdsPosition | Greece | asserted | minister",
    );
}

#[test]
fn who_follows_may_be_followed() {
    says(
        "António Guterres replaced Ban Ki-moon as secretary-general of the United Nations and will be followed by Rafael Grossi.",
        "Rafael Grossi | holdsPosition | United Nations | planned",
    );
}
