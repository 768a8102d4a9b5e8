// Values as people read and write them, and the editor for each kind of value.

const NUMBER = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 6, useGrouping: true });

/** Dates as Vietnamese writes them, `07/3/2026` or `3/2026`; others, such as `2026-Q1`, as they are. */
const shownDate = (date) =>
  date.replace(/^(\d{4})-(\d\d)(?:-(\d\d))?$/, (_, year, month, day) =>
    day ? `${day}/${month}/${year}` : `${month}/${year}`,
  );

const parseDate = (text) =>
  text.replace(/^(?:(\d\d?)[/.-])?(\d\d?)[/.-](\d{4})$/, (_, day, month, year) =>
    [year, month.padStart(2, "0"), day?.padStart(2, "0")].filter(Boolean).join("-"),
  );

function shown(value, field) {
  if (isEmpty(value)) return "";
  if (field.pattern) return shownDate(value);
  if (Array.isArray(value))
    return value
      .map((one) => words.choices[one] ?? one)
      .join(field.editor === "list" ? "; " : ", ");
  if (field.editor === "number") return NUMBER.format(value);
  if (field.editor === "choice") return words.choices[value] ?? value;
  return String(value);
}

const labelOf = (field) =>
  words.fields[field.path.join(".")] ?? words.fields[field.path.at(-1)] ?? words.fields.text;

/** A number as Vietnamese and computers write it: `80,5`, `80.5`, `1.388`, `1 388`. */
function parseNumber(text) {
  const plain = text.replace(/\s/g, "");
  const isGrouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain);
  const english = (isGrouped ? plain.replaceAll(".", "") : plain).replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(english) ? Number(english) : undefined;
}

/** What was typed as a value of the field: {value} or {error}. */
function parse(text, field) {
  const typed = field.editor === "list" ? text.normalize("NFC") : tidy(text);
  if (field.editor === "list") return { value: typed.split("\n").map(tidy).filter(Boolean) };
  if (typed === "") return field.needed ? { error: words.wrong_text } : { value: field.empty };
  if (field.editor === "number") return checked(parseNumber(typed), words.wrong_number);
  if (field.editor === "integer")
    return checked(/^-?\d{1,9}$/.test(typed) ? Number(typed) : undefined, words.wrong_integer);
  if (!field.pattern) return { value: typed };
  const date = parseDate(typed);
  return checked(
    new RegExp(`^(?:${field.pattern})$`).test(date) ? date : undefined,
    words.wrong_pattern,
  );
}

const checked = (value, error) => (value === undefined ? { error } : { value });

function make(tag, properties = {}, ...children) {
  const { dataset, ...others } = properties;
  const element = Object.assign(document.createElement(tag), others);
  Object.assign(element.dataset, dataset ?? {});
  element.append(...children.filter((child) => child != null));
  return element;
}

/** What one types or chooses in, with `read()` giving {value} or {error}. */
const CONTROLS = {
  choice(value, field) {
    const known = isEmpty(value) || field.choices.includes(value) ? [] : [value];
    const none =
      field.needed || field.empty !== null
        ? []
        : [make("option", { value: "", textContent: `(${words.empty})` })];
    const options = [...field.choices, ...known].map((one) =>
      make("option", {
        value: one,
        textContent: words.choices[one] ?? one,
        selected: one === value,
      }),
    );
    const control = make("select", {}, ...none, ...options);
    return { control, read: () => ({ value: control.value === "" ? field.empty : control.value }) };
  },
  choices(value, field) {
    const boxes = field.choices.map((one) =>
      make("input", { type: "checkbox", value: one, checked: value?.includes(one) ?? false }),
    );
    const rows = boxes.map((box) => make("label", {}, box, ` ${words.choices[box.value]}`));
    const control = make("div", { className: "choices" }, ...rows);
    // those that were there keep their order, which is that of the text
    const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
    const ordered = () => [
      ...(value ?? []).filter((one) => chosen().includes(one)),
      ...chosen().filter((one) => !value?.includes(one)),
    ];
    return { control, focus: boxes[0], read: () => ({ value: ordered() }) };
  },
  list(value, field) {
    const text = (value ?? []).join("\n");
    const control = make("textarea", {
      value: text,
      rows: Math.max(2, (value ?? []).length + 1),
      placeholder: words.one_a_line,
    });
    return { control, read: () => parse(control.value, field) };
  },
  text(value, field) {
    const text = field.pattern ? shown(value, field) : String(value ?? "");
    const isLong =
      text.length > 44 ||
      ["text", "subject", "indicator", "title"].includes(field.path.at(-1)) ||
      !field.path.length;
    const control = isLong
      ? make("textarea", { value: text, rows: Math.min(8, 1 + Math.ceil(text.length / 52)) })
      : make("input", { type: "text", value: text });
    return { control, read: () => parse(control.value, field) };
  },
  number(value, field) {
    const control = make("input", {
      type: "text",
      inputMode: "decimal",
      value: shown(value, field),
    });
    return { control, read: () => parse(control.value, field) };
  },
  integer(value, field) {
    const control = make("input", { type: "text", inputMode: "numeric", value: value ?? "" });
    return { control, read: () => parse(control.value, field) };
  },
};

/** An editor in the place of a value; `done(value)` is called with what was entered, or `done()`. */
function editor(item, field, done) {
  const { control, focus, read } = CONTROLS[field.editor](valueOf(item, field), field);
  const error = make("p", { className: "error", role: "alert" });
  const form = make(
    "form",
    { className: "editor" },
    control,
    error,
    make(
      "div",
      { className: "buttons" },
      make("button", { type: "submit", className: "main", textContent: words.ok }),
      make("button", {
        type: "button",
        className: "quiet",
        textContent: words.cancel,
        onclick: () => done(),
      }),
    ),
  );
  const target = focus ?? control;
  target.setAttribute("aria-label", labelOf(field));
  const submit = () => {
    const { value, error: told } = read();
    if (told === undefined) return done(value);
    error.textContent = told;
    target.setAttribute("aria-invalid", "true");
    target.focus();
  };
  form.addEventListener("submit", (event) => (event.preventDefault(), submit()));
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") done();
    // Enter ends a line only in a list; Vietnamese input methods also use it to end a word
    const isLine = field.editor === "list" && !event.ctrlKey;
    const isButton = event.target.tagName === "BUTTON";
    if (event.key === "Enter" && !event.isComposing && !isLine && !isButton)
      (event.preventDefault(), submit());
  });
  return { form, open: () => (target.focus(), target.select?.()) };
}
