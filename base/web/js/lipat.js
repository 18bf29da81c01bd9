// Folded panels close like menus: Esc gives the focus back, a click outside just closes.
d.addEventListener('keydown',e=>{
if(e.key!=='Escape')return;
const l=e.target.closest('details.lipat[open]');
if(l){e.preventDefault();l.open=false;$('summary',l).focus()}
});
d.addEventListener('click',e=>$$('details.lipat[open]').forEach(l=>{if(!l.contains(e.target))l.open=false}));
// A double press sends a form once; the button says that it is at work.
d.addEventListener('submit',e=>{
const f=e.target,b=e.submitter;
if(e.defaultPrevented||f.method!=='post')return;
if(f.dataset.terkirim){e.preventDefault();return}
f.dataset.terkirim=1;
b?.setAttribute('aria-disabled','true');
});
addEventListener('pageshow',()=>$$('form[data-terkirim]').forEach(f=>{delete f.dataset.terkirim;$$('button[aria-disabled]',f).forEach(b=>b.removeAttribute('aria-disabled'))}));
