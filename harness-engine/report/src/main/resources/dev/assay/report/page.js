(() => {
  'use strict';

  /* Tables: a button in each heading sorts by its column; what is unknown stays last. */
  const key = (row, column) => {
    const cell = row.cells[column];
    const value = cell.dataset.v;
    return value === undefined ? cell.textContent : value === '' ? null : Number(value);
  };
  const compare = (a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true });

  const sort = (table, head, column) => {
    const before = head.getAttribute('aria-sort');
    const first = head.classList.contains('n') ? 'descending' : 'ascending';
    const order = before === null ? first : before === 'ascending' ? 'descending' : 'ascending';
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', order);
    const sign = order === 'ascending' ? 1 : -1;
    const rows = Array.from(table.tBodies[0].rows, row => ({ row, key: key(row, column) }));
    rows.sort((a, b) => a.key === null || b.key === null
      ? (a.key === null) - (b.key === null)
      : sign * compare(a.key, b.key));
    table.tBodies[0].append(...rows.map(each => each.row));
    table.classList.add('sorted');
  };

  for (const table of document.querySelectorAll('table.sort')) {
    if (table.tBodies[0].rows.length < 2) continue;
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      if (head.title) {
        button.title = head.title;
        head.removeAttribute('title');
      }
      button.addEventListener('click', () => sort(table, head, column));
      head.append(button);
    });
  }

  /* Tooltips: what titles say, also for fingers and keys. In a drawing the arrow keys go from mark to mark. */
  const tip = document.createElement('div');
  tip.id = 'tip';
  tip.setAttribute('role', 'tooltip');
  tip.hidden = true;
  document.body.append(tip);
  let described = null;

  const hide = () => {
    tip.hidden = true;
    if (described) described.removeAttribute('aria-describedby');
    described = null;
  };
  const show = (target, holder) => {
    hide();
    tip.textContent = target.dataset.tip;
    tip.hidden = false;
    described = holder || target;
    described.setAttribute('aria-describedby', 'tip');
    const at = target.getBoundingClientRect();
    const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
    tip.style.left = Math.max(8, Math.min(at.left + at.width / 2 - tip.offsetWidth / 2, room)) + 'px';
    const above = at.top - tip.offsetHeight - 8;
    tip.style.top = (above > 8 ? above : Math.min(at.bottom + 8, innerHeight - tip.offsetHeight - 8)) + 'px';
  };

  for (const element of document.querySelectorAll('main [title]')) {
    element.dataset.tip = element.title;
    element.removeAttribute('title');
    if (element.tabIndex < 0) element.tabIndex = 0;
  }
  for (const svg of document.querySelectorAll('.drawing > svg')) {
    const marks = [];
    const whole = svg.querySelector(':scope > title');
    if (whole) {
      svg.setAttribute('aria-label', whole.textContent);
      svg.removeAttribute('aria-labelledby');
      whole.remove();
    }
    for (const title of svg.querySelectorAll(':scope * > title')) {
      const mark = title.parentNode;
      mark.dataset.tip = title.textContent;
      title.remove();
      marks.push(mark);
    }
    if (!marks.length) continue;
    let current = -1;
    const box = svg.parentNode;
    box.tabIndex = 0;
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', svg.closest('figure').querySelector('figcaption').textContent + ', arrow keys go from mark to mark');
    box.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const seen = marks.filter(mark => !mark.closest('.off'));
      if (!seen.length) return;
      current = ((current < 0 && step < 0 ? 0 : current) + step + seen.length) % seen.length;
      show(seen[current], box);
    });
  }
  const target = event => event.target instanceof Element ? event.target.closest('[data-tip]') : null;
  for (const kind of ['pointerover', 'focusin', 'click']) {
    document.addEventListener(kind, event => {
      const found = target(event);
      if (found) show(found);
      else if (!tip.hidden) hide();
    });
  }
  document.addEventListener('focusout', hide);
  document.addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });
  addEventListener('scroll', hide, { capture: true, passive: true });

  /* Curves: a box for each candidate that several plots show. */
  const series = new Map();
  for (const element of document.querySelectorAll('.drawing [data-series]')) {
    const name = element.dataset.series;
    if (!series.has(name)) series.set(name, []);
    series.get(name).push(element);
  }
  const plots = document.querySelector('#plots > .plots');
  if (plots && series.size > 1) {
    const choice = document.createElement('fieldset');
    choice.className = 'toggles';
    const legend = document.createElement('legend');
    legend.textContent = 'Show';
    choice.append(legend);
    for (const [name, elements] of series) {
      const label = document.createElement('label');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.checked = true;
      box.addEventListener('change', () => {
        for (const element of elements) element.classList.toggle('off', !box.checked);
      });
      const text = document.createElement('bdi');
      text.textContent = name;
      label.append(box, text);
      choice.append(label);
    }
    plots.before(choice);
  }

  /* Paper has nothing to click on. */
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = Array.from(document.querySelectorAll('details:not([open])'));
    for (const each of opened) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of opened) each.open = false;
  });
})();
