//! Colours of diagrams can be read, and told apart by readers who see colours otherwise.

use super::VOCABULARY;
use std::collections::BTreeSet;

type Matrix = [[f64; 3]; 3];

/// How colours look in linear RGB to the full-sighted and to those without one sort of cone (Machado and others, 2009).
const EYES: [(&str, Matrix); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];
/// XYZ of linear sRGB, by its own white.
const XYZ: Matrix = [[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0177, 0.1095, 0.8728]];

fn times(matrix: &Matrix, v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum())
}

fn linear(colour: &str) -> [f64; 3] {
    [1, 3, 5].map(|at| {
        let c = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    })
}

/// CIE L*a*b*, in which a distance of 10 is plain to see and one of 2 is not.
fn lab(rgb: [f64; 3]) -> [f64; 3] {
    let curve = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let [x, y, z] = times(&XYZ, rgb.map(|c| c.clamp(0.0, 1.0))).map(curve);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn contrast(a: &str, b: &str) -> f64 {
    let light = |colour| times(&XYZ, linear(colour))[1] + 0.05;
    let (a, b) = (light(a), light(b));
    a.max(b) / a.min(b)
}

fn tell_apart(colours: &BTreeSet<String>, least: f64) {
    for (eye, matrix) in &EYES {
        for a in colours {
            for b in colours.range::<String, _>((std::ops::Bound::Excluded(a), std::ops::Bound::Unbounded)) {
                let [p, q] = [a, b].map(|colour| lab(times(matrix, linear(colour))));
                let apart = p.iter().zip(q).map(|(p, q)| (p - q).powi(2)).sum::<f64>().sqrt();
                assert!(apart > least, "{a} and {b} are {apart:.1} apart with {eye}");
            }
        }
    }
}

#[test]
fn relations_can_be_read_and_told_apart_on_both_grounds() {
    let light: BTreeSet<String> = VOCABULARY.relations().iter().map(|r| r.colour.clone()).collect();
    let dark: BTreeSet<String> =
        VOCABULARY.relations().iter().map(|r| r.dark_colour.clone().unwrap()).collect();
    assert_eq!((light.len(), dark.len()), (6, 6));
    for (colours, ground) in [(&light, "#FFFFFF"), (&dark, "#14181D")] {
        tell_apart(colours, 20.0);
        for colour in colours {
            assert!(contrast(colour, ground) >= 4.5, "{colour} on {ground}: {:.1}", contrast(colour, ground));
        }
    }
}

#[test]
fn kinds_can_be_told_apart_under_dark_text() {
    let colours: BTreeSet<String> = VOCABULARY.kinds().iter().map(|kind| kind.colour.clone()).collect();
    tell_apart(&colours, 9.0);
    assert!(colours.iter().all(|colour| contrast(colour, "#101010") >= 7.0));
}
