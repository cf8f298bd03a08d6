//! Serves an article as a page, with axum: `cargo run --example server --features icu -- article.json`, then http://127.0.0.1:3000.
//!
//! The page needs no other file: it contains the style sheet, and its policy names the hash of that.
use article_widget::{ElementOptions, PageError, STYLE_SHEET, hash_styles, render_page};
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;

/// A page with an article.
fn page(json: &[u8]) -> Result<Vec<u8>, PageError> {
    let mut page = Vec::new();
    render_page(json, &ElementOptions::new(), &mut page)?;
    Ok(page)
}

async fn article(State(json): State<Arc<Vec<u8>>>) -> Response {
    let policy =
        format!("default-src 'none'; img-src https:; media-src https:; style-src '{}'", hash_styles(STYLE_SHEET));
    match page(&json) {
        Ok(page) => {
            let headers = [
                (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                (header::CONTENT_SECURITY_POLICY, policy.as_str()),
            ];
            (headers, page).into_response()
        }
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, error.to_string()).into_response(),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let json = match std::env::args().nth(1) {
        Some(file) => std::fs::read(file)?,
        None => br#"{ "headline": "Rain", "body": "It rained." }"#.to_vec(),
    };
    let router = Router::new().route("/", get(article)).with_state(Arc::new(json));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, router).await
}
