// The document on the left: its marks, what is lit up, and text selected to be added.

const sheet = document.getElementById("document");

/** For each mark its item and field; those of added items come behind. */
const marks = page.marks.map(([item, field]) => ({ item, field }));

/** Mark → the pieces of text that it covers. */
const pieces = new Map();
for (const piece of sheet.querySelectorAll("[data-m]"))
  for (const mark of marksOn(piece)) remember(mark, piece);

function marksOn(piece) {
  return piece.dataset.m ? piece.dataset.m.split(" ").map(Number) : [];
}

function remember(mark, piece) {
  if (!pieces.has(mark)) pieces.set(mark, []);
  pieces.get(mark).push(piece);
}

/** Item → its marks by field; "" is the item as a whole. */
const marksOfItem = new Map();
marks.forEach((mark, number) => keepMark(mark, number));

function keepMark({ item, field }, number) {
  if (!marksOfItem.has(item)) marksOfItem.set(item, {});
  marksOfItem.get(item)[field ?? ""] = number;
}

const piecesOf = (item, name) => pieces.get(marksOfItem.get(item.index)?.[name]) ?? [];

/** All pieces of an item: the item itself, or, where only its values are marked, those. */
function wholeOf(item) {
  const whole = piecesOf(item, "");
  if (whole.length) return whole;
  return Object.keys(marksOfItem.get(item.index) ?? {}).flatMap((name) => piecesOf(item, name));
}

/** Light up an item, and in it one value, and bring it into view; false where its place is unknown. */
function lightUp(item, field, { scroll = true } = {}) {
  for (const lit of sheet.querySelectorAll(".on")) lit.classList.remove("on", "on-value");
  const whole = wholeOf(item);
  const value = field ? piecesOf(item, nameOf(field)) : [];
  for (const piece of whole) piece.classList.add("on");
  for (const piece of value) piece.classList.add("on", "on-value");
  const first = value[0] ?? whole[0];
  if (first && scroll) bringIntoView(first);
  return Boolean(first);
}

const isCalm = matchMedia("(prefers-reduced-motion: reduce)");

function bringIntoView(piece) {
  const [box, frame] = [piece.getBoundingClientRect(), sheet.getBoundingClientRect()];
  const isSeen = box.top >= frame.top + 24 && box.bottom <= frame.bottom - 24;
  if (isSeen) return;
  // far away smooth scrolling only makes one wait
  const isNear = Math.abs(box.top - frame.top) < 3 * frame.height && !isCalm.matches;
  piece.scrollIntoView({ block: "center", behavior: isNear ? "smooth" : "instant" });
}

/** The marks under the pointer, the narrowest first. */
function marksAt(event) {
  const piece = event.target.closest?.("[data-m]");
  return piece ? marksOn(piece).reverse() : [];
}

/**
 * The item and field that a click means: the narrowest mark; of several as narrow the one of the
 * item that is chosen; a second click on the same goes to the next one around it.
 */
function choiceAt(event, chosen) {
  const found = marksAt(event).map((mark) => marks[mark]);
  if (!found.length) return null;
  const at = found.findIndex(
    (one) => one.item === chosen?.item && (one.field ?? "") === chosen.name,
  );
  if (at >= 0) return found[(at + 1) % found.length];
  return found.find((one) => one.item === chosen?.item) ?? found[0];
}

// --- selecting text to add it

/** The selected text of the document with its place in the text, or null. */
function selectedText() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!sheet.contains(range.commonAncestorContainer)) return null;
  const inside = [...sheet.querySelectorAll("[data-at]")].filter((one) =>
    range.intersectsNode(one),
  );
  const [first, last] = [inside.at(0), inside.at(-1)];
  if (!first) return null;
  const at = (piece) => Number(piece.dataset.at);
  const offset = (node, place, piece) =>
    piece.contains(node) && node.nodeType === Node.TEXT_NODE ? place : null;
  const start = at(first) + (offset(range.startContainer, range.startOffset, first) ?? 0);
  const end =
    at(last) + (offset(range.endContainer, range.endOffset, last) ?? last.textContent.length);
  const text = tidy(inside.map((one) => cut(one, start, end)).join("\n"));
  return text && start < end ? { text, start, end, box: range.getBoundingClientRect() } : null;
}

/** The part of a piece that lies between two places; lines of print are parted by a break. */
const cut = (piece, start, end) =>
  piece.textContent.slice(
    Math.max(0, start - piece.dataset.at),
    Math.max(0, end - piece.dataset.at),
  );

const tidy = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** Mark the place of an added item; the pieces at its edges are cut in two. */
function markPlace(item, { start, end }) {
  const number = marks.length;
  marks.push({ item: item.index, field: null });
  keepMark(marks[number], number);
  for (const piece of [...sheet.querySelectorAll("[data-at]")]) {
    const at = Number(piece.dataset.at);
    if (at >= end || at + piece.textContent.length <= start) continue;
    const inner = at < start ? cutInTwo(piece, start - at) : piece;
    if (Number(inner.dataset.at) + inner.textContent.length > end)
      cutInTwo(inner, end - inner.dataset.at);
    inner.dataset.was ??= inner.className;
    inner.dataset.m = [...marksOn(inner), number].join(" ");
    inner.classList.add(`g-${item.group}`);
    remember(number, inner);
  }
}

/** Cut a piece behind `length` letters; gives the second part. */
function cutInTwo(piece, length) {
  const rest = piece.cloneNode(true);
  const share = length / piece.textContent.length;
  rest.dataset.at = Number(piece.dataset.at) + length;
  rest.textContent = piece.textContent.slice(length);
  piece.textContent = piece.textContent.slice(0, length);
  if (piece.style.width) {
    // on a page's picture letters are about as wide as one another
    const [left, width] = [parseFloat(piece.style.left), parseFloat(piece.style.width)];
    piece.style.width = `${width * share}%`;
    rest.style.left = `${left + width * share}%`;
    rest.style.width = `${width * (1 - share)}%`;
  }
  piece.after(rest);
  for (const mark of marksOn(rest)) remember(mark, rest);
  return rest;
}

/** Forget the marks of added items, so that they can be set anew. */
function forgetAddedMarks() {
  for (let number = page.marks.length; number < marks.length; number += 1) {
    for (const piece of pieces.get(number) ?? []) {
      const left = marksOn(piece).filter((mark) => mark !== number);
      if (left.length) piece.dataset.m = left.join(" ");
      else delete piece.dataset.m;
      piece.className = piece.dataset.was ?? "";
    }
    pieces.delete(number);
    marksOfItem.delete(marks[number].item);
  }
  marks.length = page.marks.length;
}
