//! Who is loading, for stores that ask.

use std::fmt;

use http_auth::{PasswordClient, PasswordParams};

/// What a store lets somebody in by.
#[derive(Clone, PartialEq, Eq)]
pub enum Credentials {
    /// A name and a password, given when the store asks for them, in the way it asks for (basic or digest).
    Password {
        /// The name.
        user: String,
        /// The password.
        password: String,
    },
    /// A token, given with every request.
    Token(String),
}

/// Nothing of it is ever written anywhere.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Password { .. } => "Password(..)",
            Self::Token(_) => "Token(..)",
        })
    }
}

/// How requests say who sends them.
pub(super) struct Authorization {
    credentials: Option<Credentials>,
    /// What answers the challenge of the store, once there was one.
    client: Option<PasswordClient>,
}

impl Authorization {
    pub(super) fn new(credentials: Option<Credentials>) -> Self {
        Self { credentials, client: None }
    }

    pub(super) fn is_given(&self) -> bool {
        self.credentials.is_some()
    }

    /// The header for a request, if it is to have one.
    ///
    /// # Errors
    /// The challenge cannot be answered.
    pub(super) fn header(
        &mut self,
        method: &str,
        target: &str,
        body: &[u8],
    ) -> Result<Option<String>, String> {
        match (&self.credentials, &mut self.client) {
            (Some(Credentials::Token(token)), _) => Ok(Some(format!("Bearer {token}"))),
            (Some(Credentials::Password { user, password }), Some(client)) => {
                let (username, password, body) = (user.as_str(), password.as_str(), Some(body));
                client.respond(&PasswordParams { username, password, uri: target, method, body }).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// Takes the challenges of a store up; tells whether there is one that a password answers.
    pub(super) fn challenged<'h>(&mut self, challenges: impl Iterator<Item = &'h str>) -> bool {
        if !matches!(self.credentials, Some(Credentials::Password { .. })) {
            return false;
        }
        let builder =
            challenges.fold(PasswordClient::builder(), http_auth::PasswordClientBuilder::challenges);
        self.client = builder.build().ok();
        self.client.is_some()
    }
}
