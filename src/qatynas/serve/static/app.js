// Makes pages quicker where a browser runs it; everything works without it. No word of a document becomes code here: what
// is put into the page are answers of this application's own pages, made of escaped text.
(function () {
  "use strict";
  var fragment = function (address) {
    return fetch(address + (address.indexOf("?") < 0 ? "?" : "&") + "part=1", { credentials: "same-origin" })
      .then(function (answer) { if (!answer.ok) { throw new Error(answer.status); } return answer.text(); });
  };

  // An entry that is opened shows its sentences.
  var opened = function (entry) {
    if (!entry.open || !entry.dataset.from) { return Promise.resolve(); }
    var address = entry.dataset.from;
    delete entry.dataset.from;
    var place = entry.querySelector(".reports");
    return fragment(address)
      .then(function (text) { place.innerHTML = text; })
      .catch(function () { entry.dataset.from = address; });
  };
  document.addEventListener("toggle", function (event) {
    if (event.target.matches && event.target.matches("details[data-from]")) { opened(event.target); }
  }, true);

  // On a narrow page the contents begin closed.
  if (matchMedia("(max-width: 62rem)").matches) {
    document.querySelectorAll(".contents.menu").forEach(function (menu) { menu.open = false; });
  }

  // What is found changes as one types; the address follows.
  document.querySelectorAll("input[data-live]").forEach(function (field) {
    var waiting, last = field.value;
    field.addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(function () {
        var asked = field.value.trim();
        if (asked === last) { return; }
        last = asked;
        var form = new URLSearchParams(new FormData(field.form)).toString();
        fragment("/search?" + form).then(function (text) {
          if (last !== asked) { return; }
          document.querySelector(field.dataset.live).innerHTML = text;
          history.replaceState(null, "", "/search?" + form);
        }).catch(function () {});
      }, 180);
    });
  });

  // Words selected in a document go into the form that makes a claim of them.
  var chosen = document.querySelector("[data-chosen=words]");
  var codePoints = function (text) { return Array.from(text).length; };
  document.addEventListener("mouseup", function () {
    var selection = getSelection();
    if (!chosen || !selection.rangeCount || selection.isCollapsed) { return; }
    var range = selection.getRangeAt(0);
    var node = range.commonAncestorContainer;
    var block = (node.nodeType === 1 ? node : node.parentElement).closest(".block");
    var own = block && block.querySelector(".own");
    if (!own || !own.contains(range.startContainer) || !own.contains(range.endContainer)) { return; }
    var before = document.createRange();
    before.selectNodeContents(own);
    before.setEnd(range.startContainer, range.startOffset);
    chosen.value = range.toString();
    document.querySelector("[data-chosen=start]").value =
      Number(block.dataset.start) + codePoints(before.toString());
  });

  // How far the reading of added files is.
  var poll = function () {
    var place = document.querySelector("#progress[data-poll]");
    if (!place) { return; }
    setTimeout(function () {
      fetch(place.dataset.poll, { credentials: "same-origin" }).then(function (answer) { return answer.text(); })
        .then(function (text) {
          var fresh = new DOMParser().parseFromString(text, "text/html").querySelector("#progress");
          if (fresh) { place.replaceWith(fresh); }
          poll();
        }).catch(poll);
    }, 700);
  };
  poll();

  document.addEventListener("click", function (event) {
    if (event.target.dataset && event.target.dataset.do === "print") { print(); }
  });
})();
