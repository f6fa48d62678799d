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

#[test]
fn who_died_or_left_had_what_another_has_since() {
    let passage = "Roberta Metsola has chaired the European Parliament since David Sassoli died.";
    says(passage, "David Sassoli | holdsPosition | European Parliament | asserted");
    never_says(
        "Roberta Metsola has lived in Brussels since David Sassoli died.",
        "David Sassoli | holdsPosition",
    );
}

#[test]
fn an_ordinal_stands_for_the_office() {
    let passage = "Carla Barnett is the eighth secretary-general of the Caribbean Community. The seventh, Irwin LaRocque of Dominica, retired in 2021.";
    says(passage, "Irwin LaRocque | holdsPosition | Caribbean Community | asserted");
    never_says(
        "Carla Barnett is secretary-general of the Caribbean Community. The seventh meeting, Irwin LaRocque said, was short.",
        "Irwin LaRocque | holdsPosition",
    );
}

#[test]
fn predecessors_are_told_by_whose_they_are() {
    says(
        "Interpol has been led by Valdecy Urquiza since 2024; his predecessor as secretary general was Jürgen Stock.",
        "Jürgen Stock | holdsPosition | Interpol | asserted",
    );
    says(
        "Charles Michel made way for António Costa at the European Council; Herman Van Rompuy and Donald Tusk had preceded him.",
        "Donald Tusk | holdsPosition | European Council | asserted",
    );
    says(
        "Ciaran Martin led Europol until 2020; Lindy Cameron took over.",
        "Lindy Cameron | holdsPosition | Europol | asserted",
    );
    never_says(
        "Ciaran Martin led Europol until 2020; Lindy Cameron took over as head of the BBC.",
        "Lindy Cameron | holdsPosition | Europol",
    );
}

#[test]
fn the_post_in_succession_is_the_one_told_with_it() {
    let passage = "Thomas Greminger has been director of the Geneva Centre for Security Policy since 2021, in succession to Christian Dussey, who is now head of Europol.";
    says(passage, "Christian Dussey | holdsPosition | Geneva Centre for Security Policy | asserted");
    never_says(passage, "Thomas Greminger | holdsPosition | Europol");
}
