//! From sentences to statements: mentions, reference, frames, time, certainty.
