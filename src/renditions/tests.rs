//! Tests of the addresses for other widths.

use super::*;

fn image(src: &str, size: Option<(u32, u32)>) -> Image<'static> {
    let src = SafeUrl::new(src, Purpose::Media, None).expect("an address");
    Image { src: Some(src), size, ..Image::default() }
}

/// Returns the other widths of a picture as they are rendered.
fn find_of(image: &Image, templates: &[(String, String)]) -> Vec<Candidate> {
    find(image, own_size(image), templates)
}

/// Returns the address of the first candidate, and checks its width.
#[track_caller]
fn first(src: &str) -> String {
    let found = find_of(&image(src, None), &[]);
    found.first().map_or_else(|| "none".to_owned(), |candidate| candidate.src.as_str().to_owned())
}

fn widths(src: &str, size: Option<(u32, u32)>) -> Vec<u32> {
    find_of(&image(src, size), &[]).into_iter().map(|candidate| candidate.width).collect()
}

#[test]
fn hosts_are_asked_as_they_want() {
    for (src, made) in [
        (
            "https://cdn.sanity.io/images/p1/d1/a1b2-2000x1333.jpg",
            "https://cdn.sanity.io/images/p1/d1/a1b2-2000x1333.jpg?w=320&fit=max&auto=format",
        ),
        (
            "https://cdn.sanity.io/images/p1/d1/a1b2-2000x1333.jpg?rect=0,0,900,600&w=900&h=600&fm=webp#x",
            "https://cdn.sanity.io/images/p1/d1/a1b2-2000x1333.jpg?rect=0,0,900,600&fm=webp&w=320&h=213&fit=max",
        ),
        ("https://cdn.sanity.io/files/p1/d1/a1b2.jpg", "none"),
        ("https://images.ctfassets.net/s/a/u/pier.jpg", "https://images.ctfassets.net/s/a/u/pier.jpg?w=320"),
        (
            "https://images.eu.ctfassets.net/s/a/u/pier.jpg?fm=webp&w=820&h=500&fit=fill&f=faces",
            "https://images.eu.ctfassets.net/s/a/u/pier.jpg?fm=webp&fit=fill&f=faces&w=320&h=195",
        ),
        (
            "https://quay.imgix.net/pier.png?auto=compress&w=800.0&dpr=2&h=400.0&fit=crop",
            "https://quay.imgix.net/pier.png?auto=compress&fit=crop&w=320&h=160",
        ),
        ("https://quay.imgix.net/pier.png?w=800&s=0123456789abcdef", "none"),
        (
            "https://images.prismic.io/quay/1_pier.jpg?auto=compress,format&rect=0,10,900,600&w=900&h=600",
            "https://images.prismic.io/quay/1_pier.jpg?auto=compress,format&rect=0,10,900,600&w=320&h=213&fit=max",
        ),
        (
            "https://www.datocms-assets.com/1/2-pier.jpg",
            "https://www.datocms-assets.com/1/2-pier.jpg?w=320&fit=max&auto=format",
        ),
        (
            "https://images.unsplash.com/photo-1?ixid=x&ixlib=rb-4&q=80&w=1080",
            "https://images.unsplash.com/photo-1?ixid=x&ixlib=rb-4&q=80&w=320&fit=max&auto=format",
        ),
        (
            "https://i0.wp.com/quay.example/a/pier.jpg?resize=1200%2C630&ssl=1",
            "https://i0.wp.com/quay.example/a/pier.jpg?ssl=1&resize=320%2C168",
        ),
        (
            "https://i2.wp.com/quay.example/a/pier.jpg?fit=900,600&zoom=2",
            "https://i2.wp.com/quay.example/a/pier.jpg?fit=320%2C213",
        ),
        (
            "https://quay.files.wordpress.com/2026/05/pier.jpg?w=720",
            "https://quay.files.wordpress.com/2026/05/pier.jpg?w=320",
        ),
        (
            "https://quay.wordpress.com/wp-content/uploads/pier.jpg",
            "https://quay.wordpress.com/wp-content/uploads/pier.jpg?w=320",
        ),
        (
            "https://cdn.shopify.com/s/files/1/2/3/articles/pier_1024x.jpg?v=17",
            "https://cdn.shopify.com/s/files/1/2/3/articles/pier.jpg?v=17&width=320",
        ),
        (
            "https://quay.example/cdn/shop/articles/grand_pier.jpg",
            "https://quay.example/cdn/shop/articles/grand_pier.jpg?width=320",
        ),
        (
            "https://quay.example/cdn/shop/articles/pier.jpg",
            "https://quay.example/cdn/shop/articles/pier.jpg?width=320",
        ),
        (
            "https://images.squarespace-cdn.com/content/v1/5e/1-AB/pier.jpg?format=1500w",
            "https://images.squarespace-cdn.com/content/v1/5e/1-AB/pier.jpg?format=100w",
        ),
        (
            "https://a.storyblok.com/f/1/1600x900/ab/pier.jpg",
            "https://a.storyblok.com/f/1/1600x900/ab/pier.jpg/m/320x0",
        ),
        (
            "https://a-us.storyblok.com/f/1/1600x900/ab/pier.jpg/m/800x400/filters:quality(80)",
            "https://a-us.storyblok.com/f/1/1600x900/ab/pier.jpg/m/320x160/filters:quality(80)",
        ),
        (
            "https://a.storyblok.com/f/1/1600x900/ab/pier.jpg/m/filters:quality(80)",
            "https://a.storyblok.com/f/1/1600x900/ab/pier.jpg/m/320x0/filters:quality(80)",
        ),
        ("https://a.storyblok.com/f/1/1600x900/ab/pier.jpg/m/0x0:800x400/", "none"),
        ("https://img2.storyblok.com/800x600/f/1/1600x900/ab/pier.jpg", "none"),
        (
            "https://res.cloudinary.com/quay/image/upload/v1/coast/my_pier.jpg",
            "https://res.cloudinary.com/quay/image/upload/c_limit,w_320/v1/coast/my_pier.jpg",
        ),
        (
            "https://res.cloudinary.com/quay/image/upload/f_auto,q_auto/pier.jpg",
            "https://res.cloudinary.com/quay/image/upload/f_auto,q_auto/c_limit,w_320/pier.jpg",
        ),
        (
            "https://res.cloudinary.com/quay/image/upload/c_fill,h_450,w_800,dpr_2.0/f_auto/v1/pier.jpg",
            "https://res.cloudinary.com/quay/image/upload/c_fill,h_180,w_320/f_auto/v1/pier.jpg",
        ),
        ("https://res.cloudinary.com/quay/image/upload/s--AbCd1234--/w_800/v1/pier.jpg", "none"),
        ("https://res.cloudinary.com/quay/image/upload/l_text:Arial_40:Hi,w_80/v1/pier.jpg", "none"),
        ("https://res.cloudinary.com/quay/video/upload/v1/pier.jpg", "none"),
        (
            "https://quay.example/content/images/2026/05/pier.jpg",
            "https://quay.example/content/images/size/w600/2026/05/pier.jpg",
        ),
        (
            "https://quay.example/blog/content/images/size/w2000/format/webp/2026/05/pier.jpg",
            "https://quay.example/blog/content/images/size/w600/format/webp/2026/05/pier.jpg",
        ),
        ("https://quay.example/content/images/pier.jpg", "none"),
        ("https://upload.wikimedia.org/wikipedia/commons/a/ab/Pier_(1).jpg", "none"),
        (
            "https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Pier.svg/800px-Pier.svg.png",
            "https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Pier.svg/330px-Pier.svg.png",
        ),
        (
            "https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/P.pdf/page2-800px-P.pdf.jpg",
            "https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/P.pdf/page2-330px-P.pdf.jpg",
        ),
        ("https://upload.wikimedia.org/wikipedia/commons/a/ab/Pier.svg", "none"),
        ("https://upload.wikimedia.org/score/a/ab/abc/pier.png", "none"),
        (
            "https://ichef.bbci.co.uk/news/976/cpsprodpb/1/production/_2_pier.jpg",
            "https://ichef.bbci.co.uk/news/240/cpsprodpb/1/production/_2_pier.jpg",
        ),
        (
            "https://ichef.bbci.co.uk/ace/ws/640/cpsprodpb/1/live/2.jpg.webp",
            "https://ichef.bbci.co.uk/ace/ws/240/cpsprodpb/1/live/2.jpg.webp",
        ),
        ("https://ichef.bbci.co.uk/images/ic/1200x675/p01.jpg", "https://ichef.bbci.co.uk/images/ic/240x135/p01.jpg"),
        ("https://ichef.bbci.co.uk/images/ic/640xn/p01.jpg", "https://ichef.bbci.co.uk/images/ic/240xn/p01.jpg"),
        ("https://ichef.bbci.co.uk/wwfeatures/wm/live/1280/640/p01.jpg", "none"),
        ("https://c.files.bbci.co.uk/1/production/_2_976.jpg", "none"),
        ("https://media.guim.co.uk/1/0_0_5000_3000/1000.jpg", "https://media.guim.co.uk/1/0_0_5000_3000/140.jpg"),
        (
            "https://media.guim.co.uk/1/0_0_5000_3000/master/5000.jpg",
            "https://media.guim.co.uk/1/0_0_5000_3000/140.jpg",
        ),
        ("https://media.guim.co.uk/1/0_0_974_1218/800.jpg", "none"),
        ("https://media.guim.co.uk/1/pier.jpg", "none"),
        ("https://i.guim.co.uk/img/media/1/master/1.jpg?width=620&s=0123", "none"),
        ("https://cdn.sanity.io.evil.example/images/p1/d1/a1b2-2000x1333.jpg", "none"),
        ("https://cdn.sanity.io/images/p1/d1/a1b2-200x200.svg", "none"),
        ("https://images.ctfassets.net/s/a/u/rain.GIF", "none"),
        ("https://quay.example/pier.jpg?w=800", "none"),
    ] {
        assert_eq!(first(src), made, "{src}");
    }
}

#[test]
fn none_is_wider_than_the_picture() {
    let sanity = "https://cdn.sanity.io/images/p1/d1/a1b2-1500x1000.jpg";
    assert_eq!(widths(sanity, None), [320, 480, 640, 800, 1024, 1280, 1500]);
    assert_eq!(widths(sanity, Some((700, 467))), [320, 480, 640, 700]);
    assert_eq!(widths("https://images.ctfassets.net/s/a/u/pier.jpg", Some((300, 200))), [0; 0]);
    assert_eq!(widths("https://images.ctfassets.net/s/a/u/pier.jpg", Some((5000, 200))).last(), Some(&2560));
    // At hosts with fixed widths, the whole picture is the last candidate.
    let ghost = "https://quay.example/content/images/2026/05/pier.jpg";
    assert_eq!(widths(ghost, Some((1800, 1200))), [600, 1000, 1600, 1800]);
    assert_eq!(widths(ghost, Some((6000, 4000))), [600, 1000, 1600, 2400]);
    assert_eq!(widths(ghost, None), [600, 1000, 1600, 2400]);
    let thumb = "https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Pier.jpg/1024px-Pier.jpg";
    assert_eq!(widths(thumb, Some((1024, 700))), [330, 500, 960, 1024]);
    assert_eq!(widths(thumb, None), [330, 500, 960, 1024]);
    let whole = "https://upload.wikimedia.org/wikipedia/commons/a/ab/Pier_(1).jpg";
    let found = find_of(&image(whole, Some((600, 400))), &[]);
    let made: Vec<_> = found.iter().map(|candidate| (candidate.width, candidate.src.as_str())).collect();
    let thumb = "https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Pier_(1).jpg";
    let (small, middle) = ([thumb, "/330px-Pier_(1).jpg"].concat(), [thumb, "/500px-Pier_(1).jpg"].concat());
    assert_eq!(made, [(330, small.as_str()), (500, middle.as_str()), (600, whole)]);
}

#[test]
fn templates_of_the_host_come_first() {
    let of = |prefix: &str, template: &str, size| {
        let templates = [(prefix.to_owned(), template.to_owned())];
        let found = find_of(&image("https://images.ctfassets.net/s/pier.jpg", size), &templates);
        found.into_iter().map(|candidate| (candidate.width, candidate.src.as_str().to_owned())).collect::<Vec<_>>()
    };
    let cdn = "https://quay.example/w={width}/{path}";
    let made = of("https://images.ctfassets.net/", cdn, Some((500, 300)));
    assert_eq!(made.last(), Some(&(500, "https://quay.example/w=500/s/pier.jpg".to_owned())));
    assert_eq!(made.len(), 3);
    // The widths listed in a template are requested unchanged.
    let named =
        of("https://images.ctfassets.net/", "https://quay.example/{width:256,640,1080}?u={url}", Some((500, 300)));
    let url = "https%3A%2F%2Fimages.ctfassets.net%2Fs%2Fpier.jpg";
    let made = |width, step| (width, format!("https://quay.example/{step}?u={url}"));
    assert_eq!(named, [made(256, 256), made(500, 640)]);
    // Made addresses are judged like any other.
    assert_eq!(of("https://images.ctfassets.net/", "javascript:alert({width})//{path}", None), []);
    assert_eq!(of("https://images.ctfassets.net/", "https://a@quay.example/{width}", None), []);
    let long = ["https://quay.example/{width}", &"{url}".repeat(1000)].concat();
    assert_eq!(of("https://images.ctfassets.net/", &long, None), []);
}

#[test]
fn sizes_are_told_by_addresses() {
    for (src, size) in [
        ("https://cdn.sanity.io/images/p1/d1/a1b2-1500x1000.jpg?w=300&h=100", Some((1500, 1000))),
        ("https://images.ctfassets.net/s/a/u/pier.jpg?w=820&h=500&fit=thumb", Some((820, 500))),
        ("https://images.ctfassets.net/s/a/u/pier.jpg?w=820&h=500", None),
        ("https://i0.wp.com/quay.example/pier.jpg?resize=1200%2C630", Some((1200, 630))),
        ("https://i0.wp.com/quay.example/pier.jpg?fit=1200%2C630", None),
        ("https://quay.example/pier.jpg?resize=1200%2C630", None),
    ] {
        assert_eq!(own_size(&image(src, None)), size, "{src}");
        assert_eq!(own_size(&image(src, Some((9, 9)))), Some((9, 9)));
    }
}

#[test]
fn posters_have_one_width() {
    let of =
        |src: &str| find_usual(&SafeUrl::new(src, Purpose::Media, None).expect("an address"), &[]).as_str().to_owned();
    let sanity = "https://cdn.sanity.io/images/p1/d1/a1b2-4000x3000.jpg";
    assert_eq!(of(sanity), [sanity, "?w=1280&fit=max&auto=format"].concat());
    assert_eq!(of("https://quay.example/pier.jpg"), "https://quay.example/pier.jpg");
    let narrow = "https://cdn.sanity.io/images/p1/d1/a1b2-1000x800.jpg";
    assert_eq!(of(narrow), narrow);
}
