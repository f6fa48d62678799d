//! Work on several cores, its results taken up in order.

use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Most threads: more would wait for their turn, each with what it made.
const THREADS: usize = 4;

/// Does `work` on every item on as many threads as the machine has cores, if these are few. What it gives goes through `take` and what that
/// makes of it through `put`, each in the order of the items: while one item is put, the next can be taken. Nothing more
/// is taken or put after one of them breaks off, and soon no item begun.
pub(crate) fn in_order<I, R, M>(
    items: impl Iterator<Item = I> + Send,
    work: impl Fn(I) -> R + Sync,
    take: impl FnMut(&mut R) -> ControlFlow<(), M> + Send,
    put: impl FnMut(M) -> ControlFlow<()> + Send,
) {
    let items = Mutex::new(items.enumerate());
    let (takes, puts) = (Turns::new(take), Turns::new(put));
    let worker = || {
        while let Some((turn, item)) = next(&items) {
            let mut result = work(item);
            let made = takes.call(turn, |take| take(&mut result));
            let done = puts.call(turn, |put| made.map_or(ControlFlow::Break(()), put));
            if done.is_none() {
                break;
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, |cores| cores.get().min(THREADS));
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(worker);
        }
        worker();
    });
}

fn next<T>(items: &Mutex<impl Iterator<Item = T>>) -> Option<T> {
    items.lock().unwrap_or_else(PoisonError::into_inner).next()
}

/// A function that turns 0, 1, 2 and so on call one after the other, until it breaks off.
struct Turns<F> {
    state: Mutex<State<F>>,
    passed: Condvar,
}

struct State<F> {
    turn: usize,
    function: F,
    broken: bool,
}

impl<F> Turns<F> {
    fn new(function: F) -> Self {
        Self { state: Mutex::new(State { turn: 0, function, broken: false }), passed: Condvar::new() }
    }

    /// Waits until all turns before are over, and makes the call. Each turn must come, and once.
    fn call<T>(&self, turn: usize, call: impl FnOnce(&mut F) -> ControlFlow<(), T>) -> Option<T> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let state = self.passed.wait_while(state, |state| state.turn != turn);
        let mut turn = Turn { state: state.unwrap_or_else(PoisonError::into_inner), passed: &self.passed };
        if turn.state.broken {
            return None;
        }
        let made = call(&mut turn.state.function).continue_value();
        turn.state.broken = made.is_none();
        made
    }
}

/// A turn that lasts until this is dropped, be it by a panic, which would leave others waiting.
struct Turn<'t, F> {
    state: MutexGuard<'t, State<F>>,
    passed: &'t Condvar,
}

impl<F> Drop for Turn<'_, F> {
    fn drop(&mut self) {
        self.state.turn += 1;
        self.passed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::ControlFlow::{Break, Continue};
    use std::time::Duration;

    /// The squares of so many numbers as taken, and as put, until the last.
    fn squares(numbers: u64, last_taken: u64, last_put: u64) -> [Vec<u64>; 2] {
        let (mut taken, mut put) = (Vec::new(), Vec::new());
        let work = |n: u64| {
            // Some take longer than those after them.
            thread::sleep(Duration::from_micros(n % 7 * 50));
            n * n
        };
        let stop = |square, last| if square == last { Break(()) } else { Continue(square) };
        let take = |square: &mut u64| {
            taken.push(*square);
            stop(*square, last_taken)
        };
        in_order(0..numbers, work, take, |square| {
            put.push(square);
            stop(square, last_put).map_continue(drop)
        });
        [taken, put]
    }

    fn up_to(number: u64) -> Vec<u64> {
        (0..number).map(|n| n * n).collect()
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        assert_eq!(squares(300, u64::MAX, u64::MAX), [up_to(300), up_to(300)]);
        assert_eq!(squares(0, 0, 0), [up_to(0), up_to(0)]);
    }

    #[test]
    fn nothing_comes_after_a_break() {
        assert_eq!(squares(300, 100, u64::MAX), [up_to(11), up_to(10)]);
        let [taken, put] = squares(300, u64::MAX, 100);
        assert_eq!(put, up_to(11));
        assert!(taken.len() < 300 && taken == up_to(taken.len() as u64), "{taken:?}");
    }
}
