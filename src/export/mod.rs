//! One module a format.
