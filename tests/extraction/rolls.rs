//! Holders of one office in turn: rolls with their times, and histories whose heading says of which office they tell.

use crate::{dated, never_says, says};

/// A history of a body, with these paragraphs behind its first.
fn history(paragraphs: &str) -> String {
    format!(
        "The World Meteorological Organization: a short history\n\nThe World Meteorological Organization (WMO) has its seat in Geneva. The WMO was set up in 1950.\n\n{paragraphs}"
    )
}

#[test]
fn a_roll_gives_each_his_own_time() {
    let roll = "Three people have served as secretary-general of the World Meteorological Organization: Gustav Swoboda (1951-1955), David Davies (1955-1979) and Aksel Wiin-Nielsen.";
    dated(roll, "Gustav Swoboda | holdsPosition | World Meteorological Organization", Some("1951/1955"));
    dated(roll, "David Davies | holdsPosition | World Meteorological Organization", Some("1955/1979"));
    dated(roll, "Aksel Wiin-Nielsen | holdsPosition | World Meteorological Organization", None);
    let held = "The office of secretary-general of the World Meteorological Organization was held by Gustav Swoboda from 1951 to 1955 and by David Davies from 1955 to 1979.";
    dated(held, "David Davies | holdsPosition | World Meteorological Organization", Some("1955/1979"));
}

#[test]
fn a_list_without_times_is_no_roll() {
    never_says(
        "The secretary-general of the World Meteorological Organization, Celeste Saulo, met Ian Saunders (2024) and Phil Evans.",
        "Phil Evans | holdsPosition",
    );
}

#[test]
fn a_heading_tells_which_office_was_held() {
    let under = history(
        "Secretaries-General\n\nGustav Swoboda was the first. David Davies succeeded him in 1955. Obasi Godwin served from 1984 to 2003 and Michel Jarraud, a Frenchman, from 2004 to 2015. The post has been held since 2024 by Celeste Saulo.",
    );
    for person in ["Gustav Swoboda", "David Davies", "Michel Jarraud", "Celeste Saulo"] {
        says(&under, &format!("{person} | holdsPosition | World Meteorological Organization | asserted"));
    }
    dated(&under, "Michel Jarraud | holdsPosition | World Meteorological Organization", Some("2004/2015"));
    let opened =
        history("Presidents. Francis Reichelderfer was the first. André Viaut succeeded him in 1955.");
    says(&opened, "André Viaut | holdsPosition | World Meteorological Organization | asserted");
}

#[test]
fn without_such_a_heading_the_first_is_no_officer() {
    let plain = history("Members\n\nGustav Swoboda was the first. Obasi Godwin served from 1984 to 2003.");
    never_says(&plain, "Gustav Swoboda | holdsPosition");
    never_says(&plain, "Obasi Godwin | holdsPosition");
}

#[test]
fn those_who_come_and_go_have_the_office_the_passage_is_about() {
    let passage = history(
        "Its first secretary-general was Gustav Swoboda. Michel Jarraud gave way in 2016 to Petteri Taalas.",
    );
    says(&passage, "Michel Jarraud | holdsPosition | World Meteorological Organization | asserted");
    dated(&passage, "Petteri Taalas | holdsPosition | World Meteorological Organization", Some("2016/.."));
    let elsewhere = "Gustav Swoboda was secretary-general of the World Meteorological Organization. Theresa May gave way in 2019 to Boris Johnson.";
    never_says(elsewhere, "Boris Johnson | holdsPosition | World Meteorological Organization");
}

#[test]
fn a_copula_dates_the_office_of_its_subject() {
    let office = "Celeste Saulo | holdsPosition | World Meteorological Organization";
    let since = "Since January 2024 the secretary-general of the World Meteorological Organization has been Celeste Saulo.";
    dated(since, office, Some("2024-01/.."));
    let behind =
        "The secretary-general of the World Meteorological Organization has been Celeste Saulo since 2024.";
    dated(behind, office, Some("2024/.."));
}
