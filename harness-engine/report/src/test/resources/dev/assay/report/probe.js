/* Looks at a page as a reader would; each function returns sentences about what is wrong. */
const describe = node => {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentNode : node;
  const place = element.closest('section, header, nav, svg');
  return '"' + node.textContent.trim().slice(0, 40) + '" in ' + element.tagName.toLowerCase() + ' of '
    + (place ? place.id || place.tagName.toLowerCase() : '?');
};

/* Every line of text with its box, as far as boxes that scroll show it. */
const lines = () => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('script, title, desc, .unseen, #tip')) continue;
    if (element instanceof SVGElement) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 1) found.push({ node, element, box });
    }
  }
  for (const element of document.querySelectorAll('svg text')) {
    const box = element.getBoundingClientRect();
    if (box.width > 1) found.push({ node: element, element, box });
  }
  return found;
};

const scroller = element => element.closest('pre, .scroll, nav');

const wide = () => {
  const width = document.scrollingElement.scrollWidth;
  return width > innerWidth ? [width + ' pixels in a window of ' + innerWidth] : [];
};

const cut = () => {
  const faults = [];
  for (const { node, element, box } of lines()) {
    const svg = element.closest('svg');
    const holder = scroller(element);
    const frame = svg ? svg.getBoundingClientRect() : { left: 0, right: innerWidth };
    const left = holder ? holder.getBoundingClientRect().left - holder.scrollLeft : frame.left;
    const right = holder ? left + holder.scrollWidth : frame.right;
    if (box.left < left - 1.5 || box.right > right + 1.5
        || svg && (box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5)) {
      faults.push(describe(node) + ': ' + Math.round(box.left) + ' to ' + Math.round(box.right) + ' of '
        + Math.round(left) + ' to ' + Math.round(right));
    }
    const cell = element.closest('td, th');
    if (cell && (box.right > cell.getBoundingClientRect().right + 1.5 || box.left < cell.getBoundingClientRect().left - 1.5)) {
      faults.push(describe(node) + ' leaves its cell');
    }
  }
  for (const element of document.querySelectorAll('main *, header *')) {
    const style = getComputedStyle(element);
    if (/hidden|clip/.test(style.overflowX) && !element.closest('svg, .unseen') && element.scrollWidth > element.clientWidth + 1) {
      faults.push(describe(element) + ' hides what is too wide');
    }
  }
  return faults;
};

const overlapping = () => {
  const shown = [];
  for (const line of lines()) {
    const holder = scroller(line.element);
    const frame = holder ? holder.getBoundingClientRect() : { left: -Infinity, right: Infinity };
    /* Boxes of letters are higher than the letters. */
    const inset = line.box.height * (line.element instanceof SVGElement ? 0.2 : 0.25);
    const box = {
      left: Math.max(line.box.left, frame.left), right: Math.min(line.box.right, frame.right),
      top: line.box.top + inset, bottom: line.box.bottom - inset,
    };
    if (box.right > box.left) shown.push({ node: line.node, box });
  }
  shown.sort((one, other) => one.box.top - other.box.top);
  const faults = [];
  for (let i = 0; i < shown.length; i++) {
    for (let j = i + 1; j < shown.length && shown[j].box.top < shown[i].box.bottom; j++) {
      const across = Math.min(shown[i].box.right, shown[j].box.right) - Math.max(shown[i].box.left, shown[j].box.left);
      if (across > 1.5 && shown[i].node !== shown[j].node) {
        faults.push(describe(shown[i].node) + ' and ' + describe(shown[j].node));
      }
    }
  }
  return faults;
};

const colour = text => {
  const numbers = (text.match(/[\d.]+/g) || []).map(Number);
  return { r: numbers[0], g: numbers[1], b: numbers[2], a: numbers.length > 3 ? numbers[3] : 1 };
};
const luminance = c => {
  const [r, g, b] = [c.r, c.g, c.b].map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
const ground = element => {
  for (let each = element; each; each = each.parentElement) {
    const found = colour(getComputedStyle(each).backgroundColor);
    if (found.a > 0.99) return found;
  }
  return { r: 255, g: 255, b: 255, a: 1 };
};

const faint = () => {
  const faults = new Set();
  for (const { node, element } of lines()) {
    let front;
    let back;
    if (element instanceof SVGElement) {
      /* What lies on a coloured cell is measured where it is drawn. */
      if (getComputedStyle(element).pointerEvents === 'none') continue;
      front = colour(getComputedStyle(element).fill);
      back = colour(getComputedStyle(element.closest('svg').querySelector('[class$="-bg"]')).fill);
    } else {
      front = colour(getComputedStyle(element).color);
      back = ground(element);
    }
    const ratio = contrast(front, back);
    if (!(ratio >= 4.5)) faults.add(describe(node) + ' has ' + ratio.toFixed(2));
  }
  return Array.from(faults);
};
