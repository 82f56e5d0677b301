// Opens and closes what can be opened, follows links to it, and opens all of it for printing. Without it the page works too.
(function () {
  "use strict";
  var root = document.documentElement;
  var all = function () { return document.querySelectorAll("main details"); };
  var set = function (open) { all().forEach(function (one) { one.open = open; }); };
  var turn = function () {
    var dark = matchMedia("(prefers-color-scheme: dark)").matches;
    var now = root.dataset.theme || (dark ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
  };
  var tools = document.querySelector(".tools");
  tools.hidden = false;
  tools.addEventListener("click", function (event) {
    var what = event.target.dataset.do;
    if (what === "open" || what === "close") { set(what === "open"); }
    if (what === "theme") { turn(); }
  });
  var follow = function () {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    for (var one = target; one; one = one.parentElement) { if (one.tagName === "DETAILS") { one.open = true; } }
    if (target) { target.scrollIntoView(); }
  };
  addEventListener("hashchange", follow);
  follow();
  var closed = [];
  addEventListener("beforeprint", function () {
    closed = Array.prototype.filter.call(all(), function (one) { return !one.open; });
    set(true);
  });
  addEventListener("afterprint", function () { closed.forEach(function (one) { one.open = false; }); });
})();
