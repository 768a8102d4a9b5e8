"use strict";

// What a person has decided, and the plan as it is after that. Nothing here touches the page.

const page = JSON.parse(document.getElementById("data").textContent);
const { words } = page;

/** Everything to look at; what is added comes behind. */
const items = page.items.map((item, index) => ({ ...item, index }));

/** Decisions, oldest first; `step` numbers key presses, so that undo takes back a whole one. */
let log = [];
let step = 0;
let savedStep = 0;

/** Place → its last decision. */
let standing = new Map();

/** The plan as read, with the decisions carried out; rejected entries stay in their lists. */
let plan = structuredClone(page.plan);

const keyOf = (place) => JSON.stringify(place);
const isEntry = (place) => typeof place.at(-1) === "number";
const isEmpty = (value) => value == null || value === "" || (Array.isArray(value) && !value.length);
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What stands at `place` in `record`; undefined where the way ends. */
const dig = (record, place) => place.reduce((found, name) => found?.[name], record);

function put(record, place, value) {
  const name = place.at(-1);
  let holder = record;
  for (const inner of place.slice(0, -1)) holder = holder[inner] ??= {};
  holder[name] = value;
}

function carryOut(decision) {
  log.push(decision);
  standing.delete(keyOf(decision.place)); // so that the newest comes last
  standing.set(keyOf(decision.place), decision);
  const { place, verdict, after } = decision;
  const isWhole = after === undefined || (verdict === "rejected" && isEntry(place));
  if (!isWhole) put(plan, place, structuredClone(after));
}

/** Take several decisions with one key press. */
function decide(...decisions) {
  step += 1;
  for (const one of decisions) carryOut({ ...one, step });
}

/** Take back the last key press; false where there is none. */
function undo() {
  if (!log.length) return false;
  const last = log.at(-1).step;
  replay(log.filter((one) => one.step < last));
  step += 1; // what was saved is not what is here now
  return true;
}

function replay(decisions) {
  log = [];
  standing = new Map();
  plan = structuredClone(page.plan);
  items.length = page.items.length;
  for (const one of decisions) {
    if (one.verdict === "added") addItem(one.place, one.kind);
    carryOut(one);
    step = Math.max(step, one.step);
  }
}

// --- items and their values

function addItem(place, kind) {
  const group = items.find((one) => one.kind === kind)?.group ?? GROUP_OF_ADDED[kind];
  const item = {
    place,
    kind,
    group,
    doubtful: [],
    findings: [],
    index: items.length,
    isAdded: true,
  };
  items.push(item);
  return item;
}

const GROUP_OF_ADDED = {
  Target: "targets",
  Task: "tasks",
  Responsibility: "duties",
  Duty: "duties",
};

const placeOf = (item, field) => [...item.place, ...(field?.path ?? [])];
const valueOf = (item, field) => dig(plan, placeOf(item, field));
const readValue = (item, field) => dig(page.plan, placeOf(item, field));
const fieldsOf = (item) => page.fields[item.kind];
const nameOf = (field) => field.path[0] ?? "";

/** The fields of an item that can be seen: those of a deadline only where there is one. */
const openFields = (item) =>
  fieldsOf(item).filter(
    (field) =>
      field.path.length < 2 || field.needed || valueOf(item, { path: field.path.slice(0, 1) }),
  );

/** The evidence of a value, as the program gave it. */
function evidenceOf(item, field) {
  if (item.kind === "String") return page.plan.evidence[item.place.join(".")];
  return dig(page.plan, item.place)?.evidence?.[nameOf(field)];
}

const isRejected = (item) =>
  item.place.some(
    (_, at) => standing.get(keyOf(item.place.slice(0, at + 1)))?.verdict === "rejected",
  );

/** The verdict on a value: its own, that on its deadline or baseline, or that on the whole item. */
function verdictOn(item, field) {
  const own = standing.get(keyOf(placeOf(item, field)));
  if (own) return own.verdict;
  if (field.path.length > 1 && isEmpty(valueOf(item, field))) {
    const whole = standing.get(keyOf([...item.place, nameOf(field)]));
    if (whole) return whole.verdict;
  }
  const all = standing.get(keyOf(item.place));
  return all?.verdict === "confirmed" && !isEmpty(valueOf(item, field)) ? "confirmed" : null;
}

const isDoubtful = (item) =>
  item.doubtful.length > 0 || item.findings.length > 0 || item.kind === "Finding";

/** Whether a value is doubtful; the doubts of a deadline or baseline stand at its needed value. */
const isDoubted = (item, field) =>
  item.doubtful.includes(nameOf(field)) && (field.path.length < 2 || field.needed);

/** Whether a person has looked at an item: at all of it, or at each doubtful value. */
function isDecided(item) {
  if (isRejected(item) || standing.has(keyOf(item.place))) return true;
  const open = fieldsOf(item).filter((field) => isDoubted(item, field));
  return (
    open.length > 0 &&
    open.every((field) => verdictOn(item, field) || isEmpty(valueOf(item, field)))
  );
}

const wasTouched = (item) =>
  isDecided(item) || fieldsOf(item).some((field) => standing.has(keyOf(placeOf(item, field))));

// --- decisions

/** Confirm a whole record; it has no value of its own to put anywhere. */
function confirmItem(item) {
  if (item.isAdded) return [];
  if (item.kind === "String") return confirmValue(item, fieldsOf(item)[0]);
  return [{ place: item.place, verdict: "confirmed" }];
}

function confirmValue(item, field) {
  const own = standing.get(keyOf(placeOf(item, field)));
  if (own?.verdict === "corrected") return [];
  const value = readValue(item, field) ?? null;
  return [{ place: placeOf(item, field), verdict: "confirmed", before: value, after: value }];
}

function correctValue(item, field, value) {
  const before = readValue(item, field) ?? null;
  const verdict = isSame(before, value) ? "confirmed" : "corrected";
  return [{ place: placeOf(item, field), verdict, before, after: value }];
}

/** Reject a value. Without a needed one its record goes: the item, the deadline, the baseline. */
function rejectValue(item, field) {
  if (field.needed && field.path.length < 2) return rejectItem(item);
  const place = field.needed ? placeOf(item, field).slice(0, -1) : placeOf(item, field);
  const after = field.needed ? null : field.empty;
  return [{ place, verdict: "rejected", before: dig(page.plan, place) ?? null, after }];
}

/** Reject an item. What is no entry of a list (the header) stays, with nothing in it. */
function rejectItem(item) {
  if (isEntry(item.place)) {
    return [
      { place: item.place, verdict: "rejected", before: readValue(item) ?? null, after: null },
    ];
  }
  const filled = fieldsOf(item).filter((field) => !isEmpty(valueOf(item, field)));
  return filled.flatMap((field) => rejectValue(item, field));
}

/** Add what a person found in the text: a record whose needed field is that text. */
function addRecord(list, kind, record) {
  const place = [...list, (dig(plan, list) ?? []).length];
  decide({ place, verdict: "added", before: null, after: record, kind });
  return addItem(place, kind);
}

// --- the result

/** The plan without the entries that were rejected. */
function correctedPlan() {
  const result = structuredClone(plan);
  const gone = [...standing.values()].filter(
    (one) => one.verdict === "rejected" && isEntry(one.place),
  );
  // from the inside out and from the back, so that places before stay true
  gone.sort((a, b) => b.place.length - a.place.length || b.place.at(-1) - a.place.at(-1));
  for (const { place } of gone) removeEntry(result, place);
  return result;
}

function removeEntry(result, place) {
  const list = dig(result, place.slice(0, -1));
  const index = place.at(-1);
  if (typeof list[index] === "string") shiftEvidence(result.evidence, place[0], index, list.length);
  list.splice(index, 1);
}

/** The evidence of lists of strings is kept by number, so it moves up with them. */
function shiftEvidence(evidence, name, from, length) {
  for (let at = from; at < length; at += 1) {
    const next = evidence[`${name}.${at + 1}`];
    delete evidence[`${name}.${at}`];
    if (next) evidence[`${name}.${at}`] = next;
  }
}

function reviewFile() {
  const decisions = [...standing.values()].map(({ place, verdict, before, after }) => ({
    place,
    verdict,
    before: before ?? null,
    after: after ?? null,
  }));
  const { format, version, document: reviewed } = page;
  return { format, version, document: reviewed, plan: correctedPlan(), decisions };
}
