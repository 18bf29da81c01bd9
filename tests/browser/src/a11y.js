// What everyone must be able to use, checked on the rendered page: WCAG 2.2 AA as far as a script can see.
// Called as a function body with one argument: {kerangka: whether header and nav are expected}.
// Answers a list of {rule, selector, message}.
const options = arguments[0] || {};
const found = [];
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const text = e => (e.textContent || '').replace(/\s+/g, ' ').trim();

function selector(e) {
  if (e.id) return `${e.localName}#${e.id}`;
  const parts = [];
  for (; e && e !== document.body && parts.length < 4; e = e.parentElement) {
    const n = e.parentElement ? [...e.parentElement.children].filter(x => x.localName === e.localName).indexOf(e) + 1 : 1;
    const classes = [...e.classList].slice(0, 2).map(c => '.' + c).join('');
    parts.unshift(`${e.localName}${classes}:nth-of-type(${n})`);
    if (e.id) break;
  }
  return parts.join(' > ');
}
const report = (rule, e, message) => found.push({ rule, selector: e === document ? 'document' : selector(e), message });

// --- what can be seen, and by whom
function visible(e) {
  if (!e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true })) return false;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const clipped = style.clip === 'rect(0px, 0px, 0px, 0px)' || style.clipPath.startsWith('inset(50%');
  return box.width > 1 && box.height > 1 && !clipped && box.right + scrollX > 0 && box.bottom + scrollY > 0;
}
const silent = e => !!e.closest('[aria-hidden="true"]');
const rendered = e => e.checkVisibility({ checkVisibilityCSS: true });

// --- colours: a canvas understands every notation the browser does
const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const colours = new Map();
function rgba(css) {
  if (!colours.has(css)) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = css;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    colours.set(css, [r, g, b, a / 255]);
  }
  return colours.get(css);
}
const over = (top, alpha, below) => [0, 1, 2].map(i => top[i] * alpha + below[i] * (1 - alpha));
const opacity = e => { let o = 1; for (; e; e = e.parentElement) o *= +getComputedStyle(e).opacity; return o; };
function background(e) { // null when a picture lies behind: nothing can be said then
  const chain = [];
  for (let x = e; x; x = x.parentElement) chain.unshift(x);
  let colour = rgba(getComputedStyle(document.documentElement).colorScheme.trim() === 'dark' ? '#121212' : '#ffffff');
  for (const x of chain) {
    const style = getComputedStyle(x), layer = rgba(style.backgroundColor);
    if (layer[3] > 0) colour = over(layer, layer[3] * opacity(x), colour);
    if (style.backgroundImage !== 'none' && layer[3] < 1) return null;
  }
  return colour;
}
function luminance(c) {
  const [r, g, b] = c.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function ratio(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}
const seen = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || seen.has(e) || e.closest('svg,script,style,noscript,:disabled,[aria-disabled=true]') || !visible(e)) continue;
  seen.add(e);
  const below = background(e), style = getComputedStyle(e);
  if (!below) continue;
  const ink = rgba(style.color), mixed = over(ink, ink[3] * opacity(e), below);
  const size = parseFloat(style.fontSize), big = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
  const got = ratio(mixed, below), want = big ? 3 : 4.5;
  if (got < want) report('contrast', e, `${got.toFixed(2)} of ${want}: "${text(e).slice(0, 40)}"`);
}
for (const e of all('input:not([type=hidden]),select,textarea').filter(e => visible(e) && !e.disabled)) {
  const around = e.parentElement && background(e.parentElement), style = getComputedStyle(e);
  if (!around || style.borderTopStyle === 'none' || !parseFloat(style.borderTopWidth)) continue;
  const line = rgba(style.borderTopColor), got = ratio(over(line, line[3], around), around);
  if (got < 3) report('control-contrast', e, `border ${got.toFixed(2)} of 3`);
}

// --- names
const byId = ids => (ids || '').split(/\s+/).filter(Boolean).map(id => document.getElementById(id)).filter(Boolean).map(text).join(' ').trim();
function content(e) { // what a reader says of the inside
  return [...e.childNodes].map(n => n.nodeType === 3 ? n.data : n.nodeType !== 1 || n.getAttribute('aria-hidden') === 'true' || !rendered(n) ? ''
    : n.getAttribute('aria-label') || n.getAttribute('alt') || (n.localName === 'svg' ? text(n.querySelector('title') || n.ownerDocument.createElement('i')) : content(n))).join(' ').trim();
}
const labels = e => [...(e.labels || [])].map(text).join(' ').trim();
const given = e => byId(e.getAttribute('aria-labelledby')) || (e.getAttribute('aria-label') || '').trim() || (e.getAttribute('title') || '').trim();
const name = e => byId(e.getAttribute('aria-labelledby')) || (e.getAttribute('aria-label') || '').trim() || labels(e)
  || (e.matches('input[type=submit],input[type=button],input[type=reset]') ? e.value : '') || (e.getAttribute('alt') || '').trim()
  || (e.matches('input,select,textarea') ? '' : content(e)) || (e.getAttribute('title') || '').trim();
for (const e of all('button,summary,[role=button],[role=tab],[role=menuitem],input[type=submit],input[type=button],input[type=image]'))
  if (rendered(e) && !silent(e) && !name(e)) report('button-name', e, 'a button without a name');
for (const e of all('a[href]')) if (rendered(e) && !silent(e) && !name(e)) report('link-name', e, 'a link without a name');
for (const e of all('input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image]),select,textarea'))
  if (rendered(e) && !silent(e) && !name(e)) report('label', e, `no label for ${e.name || e.type}`);
for (const e of all('img:not([alt])')) if (rendered(e) && !silent(e)) report('image-alt', e, 'a picture without alt');
for (const e of all('[role=img],iframe,dialog[open],[role=dialog],[role=region],section[role]'))
  if (rendered(e) && !silent(e) && !given(e) && !e.getAttribute('alt') && !(e.localName === 'svg' && e.querySelector('title'))) report('name', e, 'needs aria-label, aria-labelledby or a title');
for (const e of all('[aria-hidden=true]')) {
  const inside = [e, ...all('a[href],button,input,select,textarea,[tabindex]', e)].find(x => x.tabIndex >= 0 && rendered(x) && !x.disabled);
  if (inside) report('hidden-focus', inside, 'can be reached and is hidden from readers');
}
for (const e of all('[tabindex]')) if (e.tabIndex > 0) report('tabindex', e, `tabindex ${e.tabIndex} breaks the order of reading`);

// --- document: language, title, landmarks, headings, ids and what points at them
if (!(document.documentElement.lang || '').trim()) report('lang', document.documentElement, 'html has no lang');
if (!document.title.trim()) report('title', document, 'the page has no title');
const mains = all('main,[role=main]').filter(rendered);
if (mains.length !== 1) report('landmark', document, `${mains.length} main`);
if (options.kerangka) for (const tag of ['header', 'nav']) if (!document.querySelector(tag)) report('landmark', document, `no ${tag}`);
const navs = all('nav,[role=navigation]').filter(rendered).map(given);
if (navs.length > 1 && (navs.includes('') || new Set(navs).size < navs.length)) report('landmark-name', document, `navs need different names: ${JSON.stringify(navs)}`);
const headings = all('h1,h2,h3,h4,h5,h6').filter(rendered);
if (headings.filter(h => h.localName === 'h1').length !== 1) report('h1', document, `${headings.filter(h => h.localName === 'h1').length} h1`);
headings.forEach((h, n) => {
  if (!text(h)) report('heading', h, 'an empty heading');
  if (n && +h.localName[1] > +headings[n - 1].localName[1] + 1) report('heading-order', h, `${headings[n - 1].localName} then ${h.localName}`);
});
const ids = new Map();
for (const e of all('[id]')) ids.has(e.id) ? report('duplicate-id', e, `id "${e.id}" twice`) : ids.set(e.id, e);
for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-activedescendant', 'aria-errormessage', 'for', 'popovertarget', 'commandfor', 'list'])
  for (const e of all(`[${attribute}]`)) for (const id of e.getAttribute(attribute).split(/\s+/).filter(Boolean))
    if (!ids.has(id)) report('reference', e, `${attribute}="${id}" points at nothing`);
for (const e of all('a[href^="#"]')) { const id = decodeURIComponent(e.getAttribute('href').slice(1)); if (id && !ids.has(id)) report('reference', e, `#${id} is not on this page`); }
for (const e of all('ul,ol')) if (!e.matches('[role]')) for (const child of e.children) if (!child.matches('li,script,template')) report('list', child, `${child.localName} directly in ${e.localName}`);

// --- tables, scrolling areas, targets, width
for (const t of all('table').filter(t => rendered(t) && !t.matches('[role=presentation],[role=none]'))) {
  if (!(t.caption && text(t.caption)) && !given(t)) report('table-caption', t, 'a table without caption');
  if (!t.querySelector('th')) report('table-header', t, 'a table without th');
  for (const h of all('th', t)) {
    if (!h.hasAttribute('scope')) report('table-scope', h, 'th without scope');
    if (rendered(h) && !content(h) && !name(h)) report('table-header', h, 'an empty th; use td');
  }
}
const targets = all('a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[role=link],[role=tab]').filter(e => visible(e) && !silent(e));
for (const e of all('body *').filter(e => visible(e) && /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1))
  if (e.tabIndex < 0 && !targets.some(t => e.contains(t) && t.tabIndex >= 0)) report('scroll-focus', e, 'scrolls and cannot be reached by keyboard');
const hit = e => (e.matches('input[type=checkbox],input[type=radio]') && e.labels && e.labels[0] && visible(e.labels[0]) ? e.labels[0] : e).getBoundingClientRect();
const boxes = targets.map(e => [e, hit(e)]);
for (const [e, box] of boxes) {
  if (box.width >= 23.5 && box.height >= 23.5) continue;
  const inline = getComputedStyle(e).display === 'inline' && [...e.parentElement.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  const x = box.x + box.width / 2, y = box.y + box.height / 2;
  const near = boxes.some(([o, b]) => o !== e && !e.contains(o) && !o.contains(e)
    && Math.max(b.left - x, 0, x - b.right) ** 2 + Math.max(b.top - y, 0, y - b.bottom) ** 2 < 144);
  if (!inline && near) report('target-size', e, `${box.width.toFixed(0)} × ${box.height.toFixed(0)} px, another target within 24 px`);
}
const wide = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > wide + 1 && getComputedStyle(document.documentElement).overflowX !== 'hidden' || document.body.scrollWidth > wide + 1) {
  const far = all('body *').filter(e => visible(e) && e.getBoundingClientRect().right > wide + 1
    && ![...(function* () { for (let x = e.parentElement; x && x !== document.body; x = x.parentElement) yield x; })()].some(x => getComputedStyle(x).overflowX !== 'visible'));
  report('overflow', far[0] || document, `${Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)} px wide on a screen of ${wide}`);
}
return found;
