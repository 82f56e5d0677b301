"""What tags, roles and class names say of the parts of a page."""

from __future__ import annotations

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
# tags whose text is no part of what a reader reads
SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "math",
        "noscript",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "option",
        "optgroup",
        "button",
        "textarea",
        "head",
        "nav",
        "footer",
        "aside",
        "menu",
        "dialog",
        "noframes",
        "applet",
    ]
)
ROLES = frozenset(
    [
        "navigation",
        "contentinfo",
        "complementary",
        "search",
        "dialog",
        "menu",
        "menubar",
        "toolbar",
        "alertdialog",
        "banner",
        "tablist",
    ]
)
# an open tag that the next one of its group closes
CLOSES = {
    "p": BLOCKS - {"br"},
    "li": frozenset({"li"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "option": frozenset({"option"}),
}
# whole words of a class name or id → why the part is furniture
CLASSES = {
    "nav": "a menu", "navbar": "a menu", "navigation": "a menu", "menu": "a menu", "breadcrumb": "a trail of crumbs",
    "breadcrumbs": "a trail of crumbs", "sidebar": "a side column", "share": "buttons", "sharing": "buttons",
    "social": "buttons", "socials": "buttons", "comments": "readers' comments", "comment": "readers' comments",
    "disqus": "readers' comments", "related": "leads elsewhere", "recommend": "leads elsewhere",
    "recommended": "leads elsewhere", "recommendations": "leads elsewhere", "similar": "leads elsewhere",
    "popular": "leads elsewhere", "latest": "leads elsewhere", "more": "leads elsewhere", "footer": "the page's foot",
    "cookie": "a notice", "cookies": "a notice", "popup": "a notice", "modal": "a notice", "banner": "an advertisement",
    "advert": "an advertisement", "advertisement": "an advertisement", "ads": "an advertisement",
    "promo": "an advertisement", "tags": "tags", "subscribe": "buttons", "newsletter": "buttons",
    "pagination": "a menu", "pager": "a menu", "rating": "counters", "likes": "counters", "views": "counters",
    "counter": "counters", "counters": "counters", "copyright": "copyright", "caption": "a picture's credit",
    "figcaption": "a picture's credit", "login": "buttons", "languages": "a menu", "weather": "rates and weather",
    "currency": "rates and weather", "ticker": "other news", "toolbar": "buttons", "search": "buttons",
}  # fmt: skip
# tags that hold the page or the article whole: their class names say nothing of their parts
WHOLE = frozenset(["html", "body", "main", "article"])
DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "date_published", "pubdate", "publishdate",
    "publish-date", "publication_date", "date.issued", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "dcterms.date", "dc.date.created", "parsely-pub-date", "sailthru.date", "article.published", "published_at", "date",
    "mediator_published_time",
)  # fmt: skip
TITLE_NAMES = ("og:title", "twitter:title", "headline", "dc.title", "mrc__share_title", "title")
AUTHOR_NAMES = ("author", "article:author", "dc.creator", "parsely-author", "mediator_author")
ADDRESS_NAMES = ("og:url", "twitter:url")
ARTICLE_TYPES = (
    "article", "newsarticle", "blogposting", "report", "reportagenewsarticle", "opinionnewsarticle", "webpage",
    "analysisnewsarticle", "socialmediaposting", "liveblogposting",
)  # fmt: skip
