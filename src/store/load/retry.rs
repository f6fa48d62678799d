//! When something is tried again, and for how long.

use std::thread;
use std::time::Duration;

/// How long to wait for a store, and how often to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// How often a request is sent at most.
    pub attempts: u32,
    /// The wait before the second attempt; each after it is twice as long as the one before.
    pub first_wait: Duration,
    /// The longest wait, whatever the store asks for.
    pub longest_wait: Duration,
    /// How long an answer may take.
    pub answer: Duration,
}

impl Default for Patience {
    /// Eight attempts over about a minute, and five minutes for an answer.
    fn default() -> Self {
        Self {
            attempts: 8,
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(60),
            answer: Duration::from_secs(300),
        }
    }
}

/// Why an attempt came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// Another may do better, after the wait that was asked for.
    Passing { reason: String, wait: Option<Duration> },
    /// Another would do no better.
    Lasting(String),
}

impl Patience {
    /// Tries until it works, or why it never did; `told` hears of each wait.
    pub(super) fn try_until<T>(
        &self,
        mut attempt: impl FnMut() -> Result<T, Failure>,
        told: &dyn Fn(&str),
    ) -> Result<T, String> {
        let mut number = 1;
        loop {
            let (reason, wait) = match attempt() {
                Ok(done) => return Ok(done),
                Err(Failure::Lasting(reason)) => return Err(reason),
                Err(Failure::Passing { reason, .. }) if number >= self.attempts => {
                    return Err(format!("{reason}, after {number} attempts"));
                }
                Err(Failure::Passing { reason, wait }) => (reason, wait),
            };
            let wait = self.wait(number, wait);
            number += 1;
            told(&format!("{reason}; attempt {number} of {} in {:.1} s", self.attempts, wait.as_secs_f64()));
            thread::sleep(wait);
        }
    }

    /// How long to wait after so many attempts.
    fn wait(&self, attempts: u32, asked: Option<Duration>) -> Duration {
        let doubled = self.first_wait.saturating_mul(2_u32.saturating_pow(attempts - 1));
        asked.unwrap_or(doubled).max(self.first_wait).min(self.longest_wait)
    }
}

#[cfg(test)]
mod tests {
    use super::{Failure, Patience};
    use std::cell::{Cell, RefCell};
    use std::time::Duration;

    const HASTE: Patience = Patience {
        attempts: 3,
        first_wait: Duration::from_millis(1),
        longest_wait: Duration::from_millis(3),
        answer: Duration::from_secs(1),
    };

    fn passing(wait: Option<Duration>) -> Failure {
        Failure::Passing { reason: "busy".to_owned(), wait }
    }

    #[test]
    fn what_passes_is_tried_again_and_what_lasts_is_not() {
        let number = Cell::new(0);
        let told = RefCell::new(Vec::new());
        let tried = |failures: &[Failure]| {
            number.set(0);
            let attempt = || {
                number.set(number.get() + 1);
                failures.get(number.get() - 1).map_or(Ok("done"), |failure| Err(failure.clone()))
            };
            let tell = |what: &str| told.borrow_mut().push(what.to_owned());
            (HASTE.try_until(attempt, &tell), number.get())
        };
        assert_eq!(tried(&[passing(None), passing(None)]), (Ok("done"), 3));
        assert_eq!(told.take(), ["busy; attempt 2 of 3 in 0.0 s", "busy; attempt 3 of 3 in 0.0 s"]);
        let never = [passing(None), passing(None), passing(None)];
        assert_eq!(tried(&never), (Err("busy, after 3 attempts".to_owned()), 3));
        assert_eq!(tried(&[Failure::Lasting("no".to_owned())]), (Err("no".to_owned()), 1));
    }

    #[test]
    fn waits_double_up_to_a_limit_and_heed_the_store() {
        let waits =
            Patience { longest_wait: Duration::from_secs(9), first_wait: Duration::from_secs(1), ..HASTE };
        let seconds =
            |attempts, asked: Option<u64>| waits.wait(attempts, asked.map(Duration::from_secs)).as_secs();
        assert_eq!([1, 2, 3, 4, 5, 99].map(|attempts| seconds(attempts, None)), [1, 2, 4, 8, 9, 9]);
        assert_eq!([seconds(1, Some(5)), seconds(3, Some(0)), seconds(1, Some(3600))], [5, 1, 9]);
    }
}
