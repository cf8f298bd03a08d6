//! Serves an article as a page, with axum: `cargo run --example server --features icu -- article.json`, then http://127.0.0.1:3000.
use article_widget::{Error, Options, render_html};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;

/// A page with the article in it; the style sheet is that of the npm package, or a copy of `dist/article-widget.css`.
fn page(json: &[u8]) -> Result<String, Error> {
    let rendered = render_html(json, &Options::default())?;
    Ok(format!(
        "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <link rel=\"stylesheet\" href=\"/article-widget.css\"></head><body>{}</body></html>",
        rendered.html
    ))
}

async fn article(State(json): State<Arc<Vec<u8>>>) -> Response {
    match page(&json) {
        Ok(html) => Html(html).into_response(),
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
