// The data on the right: a card for each item; the chosen one is open and shows its values.

/** Kind → the fields that name an item, and those that a closed card tells of it. */
const SUMMARY = {
  Header: { head: ["subject"], facts: ["number", "symbol", "date", "agency"] },
  Area: { head: ["type", "name"], facts: ["district", "province"] },
  Period: { head: [], facts: ["start", "end", "vision"] },
  Citation: { head: ["doc_type", "code"], facts: ["date", "issuer", "subject"] },
  Section: { head: ["label", "title"], facts: ["kind"] },
  Target: { head: ["text"], facts: ["year", "section"] },
  Task: { head: ["text"], facts: ["section"] },
  Responsibility: { head: ["unit"], facts: ["section"] },
  Duty: { head: ["text"], facts: ["roles", "deadline.text", "partners"] },
  Assignment: { head: ["text"], facts: ["lead", "deadline.text"] },
  Recipient: { head: ["name"], facts: ["note"] },
  Signature: { head: ["position", "name"], facts: ["authority", "on_behalf"] },
  String: { head: [""], facts: [] },
};
const SIGNS = { "=": "", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "≈ " };

const groups = document.getElementById("groups");
const cards = new Map();

/** What is chosen: the number of an item, and the name of a value in it ("" for all of it). */
let chosen = null;
let editing = null;

const chosenItem = () => (chosen ? items[chosen.item] : null);
const fieldByPath = (item, path) =>
  openFields(item).find((field) => field.path.join(".") === path) ?? null;
const chosenField = () => (chosen?.path == null ? null : fieldByPath(chosenItem(), chosen.path));

// --- closed cards

function texts(item, paths) {
  return paths
    .map((path) => fieldsOf(item).find((field) => field.path.join(".") === path))
    .map((field) => field && shown(valueOf(item, field), field))
    .filter(Boolean);
}

function headOf(item) {
  if (item.kind === "Finding") return page.findings[item.place[1]];
  const { head } = SUMMARY[item.kind];
  return texts(item, head).join(item.kind === "Section" ? ". " : " ") || words.kinds[item.kind];
}

/** A target's figure as Vietnamese writes it: `≥ 62,5 %`, `25–30 %`. */
function amountOf(item) {
  const { value, value_max: upper, comparator, unit } = valueOf(item) ?? {};
  if (item.kind !== "Target" || value == null) return null;
  const numbers = [value, upper].filter((one) => one != null).map((one) => NUMBER.format(one));
  return `${SIGNS[comparator] ?? ""}${numbers.join("–")} ${unit ?? ""}`.trim();
}

function factsOf(item) {
  if (item.kind === "Finding") return [];
  const { facts } = SUMMARY[item.kind];
  const [first, ...rest] = texts(item, facts);
  const about =
    item.kind === "Header" && rest.length
      ? [`${first}/${rest[0]}`, ...rest.slice(1)]
      : [first, ...rest];
  return about.filter(Boolean);
}

const wholeConfidence = (item) =>
  Math.min(
    1,
    ...item.doubtful.map(
      (name) => dig(evidenceOf(item, { path: name ? [name] : [] }), ["confidence"]) ?? 1,
    ),
  );

const percent = (share) => `${Math.round(share * 100)}\u00a0%`;

/** Where an item stands with its review: word, sign and class. */
function stateOf(item) {
  if (isRejected(item)) return { name: "rejected", sign: "✕" };
  if (item.isAdded) return { name: "added", sign: "+" };
  const verdicts = openFields(item).map((field) => verdictOn(item, field));
  if (verdicts.includes("corrected") || verdicts.includes("rejected"))
    return { name: "corrected", sign: "✎" };
  if (isDecided(item)) return { name: "confirmed", sign: "✓" };
  return isDoubtful(item) ? { name: "doubtful", sign: "?" } : { name: "", sign: "" };
}

function badge(item) {
  const { name, sign } = stateOf(item);
  const word = words.verdicts[name] ?? words[name] ?? "";
  const share =
    name === "doubtful" && item.doubtful.length ? ` ${percent(wholeConfidence(item))}` : "";
  return make(
    "span",
    { className: `badge ${name}`, title: word },
    sign + share,
    make("span", { className: "unseen", textContent: ` ${word}` }),
  );
}

/** What stands over the values of an open card, which say the rest; a duty names its unit. */
function kindOf(item) {
  if (item.kind === "Finding") return headOf(item);
  const unit = item.kind === "Duty" ? dig(plan, item.place.slice(0, 2)).unit : null;
  return make("span", {
    className: "kind",
    textContent: [words.kinds[item.kind], unit].filter(Boolean).join(" · "),
  });
}

function card(item) {
  const isOpen = chosen?.item === item.index;
  const amount = amountOf(item);
  const facts = factsOf(item).map((fact) => make("span", { textContent: fact }));
  const depth =
    item.place.filter((step) => step === "children").length + (item.kind === "Duty" ? 1 : 0);
  const top = make(
    "div",
    { className: "top" },
    make(
      "p",
      { className: "head" },
      amount && make("strong", { className: "amount", textContent: amount }),
      isOpen ? kindOf(item) : headOf(item),
    ),
    badge(item),
  );
  const element = make(
    "article",
    {
      className: `card ${stateOf(item).name}${isOpen ? " open" : ""}`,
      tabIndex: isOpen ? 0 : -1,
      dataset: { item: item.index },
    },
    top,
    isOpen ? inside(item) : facts.length ? make("p", { className: "facts" }, ...facts) : null,
  );
  element.style.setProperty("--depth", depth);
  element.setAttribute("aria-label", `${words.kinds[item.kind]}: ${headOf(item)}`);
  if (isOpen) element.setAttribute("aria-current", "true");
  return element;
}

// --- the open card

function inside(item) {
  const fields = openFields(item);
  const filled = fields.filter(
    (field) => !isEmpty(valueOf(item, field)) || isDoubted(item, field) || verdictOn(item, field),
  );
  const empty = fields.filter((field) => !filled.includes(field));
  const told = new Set();
  return make(
    "div",
    { className: "inside" },
    ...item.findings.map((number) =>
      make("p", { className: "doubt", textContent: page.findings[number] }),
    ),
    ...filled.map((field) => row(item, field, told)),
    empty.length
      ? make(
          "div",
          { className: "empty" },
          make("span", { textContent: `${words.more}: ` }),
          ...empty.map((field) => emptyField(item, field)),
        )
      : null,
    actions([
      ["Enter", words.confirm, () => act("confirm")],
      ["e", words.edit, () => act("edit"), item.kind === "Finding"],
      ["x", words.reject, () => act("reject")],
    ]),
  );
}

const actions = (list) =>
  make(
    "div",
    { className: "actions" },
    ...list
      .filter(([, , , isLeftOut]) => !isLeftOut)
      .map(([key, name, does]) =>
        make(
          "button",
          {
            type: "button",
            className: "quiet",
            onclick: (event) => (event.stopPropagation(), does()),
          },
          name,
          make("kbd", { textContent: key }),
        ),
      ),
  );

function emptyField(item, field) {
  const path = field.path.join(".");
  if (isChosen(item, field)) return row(item, field);
  return make("button", {
    type: "button",
    className: "chip",
    textContent: labelOf(field),
    onclick: (event) => (event.stopPropagation(), choose(item, path), act("edit")),
  });
}

const isChosen = (item, field) =>
  chosen?.item === item.index && chosen.path === field.path.join(".");

/** A value in an open card; `told` are the doubts that stand above it, which are not said again. */
function row(item, field, told = new Set()) {
  const verdict = verdictOn(item, field);
  const evidence = evidenceOf(item, field);
  const isOpen = isChosen(item, field);
  const element = make(
    "div",
    {
      className: `field ${verdict ?? ""}${!verdict && isDoubted(item, field) ? " doubtful" : ""}${isOpen ? " chosen" : ""}`,
      tabIndex: -1,
      dataset: { path: field.path.join(".") },
    },
    make("span", { className: "label", textContent: labelOf(field) }),
    isOpen && editing ? editing.form : content(item, field, verdict),
    sureness(evidence, verdict),
    verdict ? null : doubts(item, field, evidence, told),
  );
  element.setAttribute("role", "group");
  element.setAttribute(
    "aria-label",
    `${labelOf(field)}: ${shown(valueOf(item, field), field) || words.empty}`,
  );
  return element;
}

function content(item, field, verdict) {
  const value = shown(valueOf(item, field), field);
  const before = shown(readValue(item, field), field);
  const isOther = ["corrected", "rejected"].includes(verdict) && before && before !== value;
  return make(
    "span",
    { className: "content" },
    value
      ? make("span", { className: "now", textContent: value })
      : make("span", { className: "none", textContent: words.empty }),
    isOther
      ? make("span", { className: "before" }, `${words.was} `, make("s", { textContent: before }))
      : null,
  );
}

function sureness(evidence, verdict) {
  const share = evidence?.confidence;
  if (verdict)
    return make("span", {
      className: `sure ${verdict}`,
      title: words.verdicts[verdict],
      textContent: { confirmed: "✓", corrected: "✎", rejected: "✕" }[verdict],
    });
  if (share == null) return make("span", { className: "sure" });
  const told = words.sure.replace("{percent}", Math.round(share * 100));
  return make("span", {
    className: "sure",
    title: told,
    textContent: share === 1 ? "✓" : percent(share),
  });
}

/** What speaks against a value, and the other values that were found, each to be taken by a click. */
function doubts(item, field, evidence, told) {
  if (!isDoubted(item, field) || !evidence) return null;
  const reasons = evidence.doubts
    .filter((code) => !told.has(code))
    .map((code) => make("span", { textContent: words.doubts[code] ?? code }));
  for (const code of evidence.doubts) told.add(code);
  const others = evidence.candidates.filter((one) => !isSame(one.value, readValue(item, field)));
  const choices = others.map((one) =>
    make("button", {
      type: "button",
      className: "chip",
      textContent: String(one.value),
      onclick: (event) => (event.stopPropagation(), settle(correctValue(item, field, one.value))),
    }),
  );
  return reasons.length || choices.length
    ? make("p", { className: "doubt" }, ...reasons, ...choices)
    : null;
}

// --- the list

function showGroups() {
  for (const name of new Set(items.map((item) => item.group))) {
    const list = groups.querySelector(`#group-${name} ol`);
    list.replaceChildren(...items.filter((item) => item.group === name).map((item) => entry(item)));
  }
  narrow();
}

function entry(item) {
  const element = make("li", {}, card(item));
  cards.set(item.index, element);
  return element;
}

function refresh(item) {
  cards.get(item.index)?.replaceChildren(card(item));
}

const plain = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

/** All words of an item, for searching without marks. */
const wordsOf = (item) =>
  plain(
    [headOf(item), ...openFields(item).map((field) => shown(valueOf(item, field), field))].join(
      " ",
    ),
  );

const FILTERS = {
  all: () => true,
  doubtful: isDoubtful,
  open: (item) => !wasTouched(item),
  decided: wasTouched,
};

/** Show only what is searched for; groups without any of it disappear. */
function narrow() {
  const wanted = plain(document.getElementById("search").value.trim());
  const passes = FILTERS[document.getElementById("filter").value];
  for (const item of items) {
    const isShown = passes(item) && (!wanted || wordsOf(item).includes(wanted));
    cards.get(item.index).hidden = !isShown;
  }
  let all = 0;
  for (const group of groups.querySelectorAll(".group")) {
    const number = group.querySelectorAll("li:not([hidden])").length;
    all += number;
    group.hidden = !number;
    group.querySelector(".count").textContent = number || "";
    document.querySelector(`.legend [href="#${group.id}"]`).hidden = !group.querySelector("li");
  }
  document.getElementById("nothing").hidden = all > 0;
}

/** The items that are shown, in the order in which one sees them. */
const shownItems = () =>
  [...groups.querySelectorAll("li:not([hidden]) > .card")].map(
    (element) => items[element.dataset.item],
  );
