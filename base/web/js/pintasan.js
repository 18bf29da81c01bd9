// Pintasan (Ctrl K): filters the pages in the list, asks the server for people, arrows move, Enter opens.
const palet=$('#palet');
if(palet){
const isian=$('input',palet),daftar=$('#palet-hasil');
let k=0,nanti=0;
const pilihan=()=>$$('a',daftar).filter(a=>!a.parentElement.hidden);
const tandai=()=>pilihan().forEach((a,n)=>{
a.id='palet-'+n;
a.setAttribute('aria-selected',n===k);
if(n===k){a.scrollIntoView({block:'nearest'});isian.setAttribute('aria-activedescendant',a.id)}
});
const orang=async q=>{
$$('[data-orang]',daftar).forEach(l=>l.remove());
if(q.length<2)return;
try{
const t=await(await fetch('/cari?q='+encodeURIComponent(q),{headers:{'X-Potongan':'#hasil-cari'}})).text();
if(isian.value!==q)return;
const temu=$$('#hasil-cari a',new DOMParser().parseFromString(t,'text/html')).slice(0,8);
temu.forEach(a=>{
const l=d.createElement('li');
l.dataset.orang='';
l.setAttribute('role','presentation');
a.setAttribute('role','option');
l.append(a);
daftar.append(l);
});
tandai();
}catch{}
};
const buka=()=>{palet.showModal();isian.select();k=0;tandai()};
isian.addEventListener('input',()=>{
const q=isian.value.trim(),kecil=q.toLowerCase();
$$('li:not([data-orang])',daftar).forEach(l=>l.hidden=$('a',l)?!l.textContent.toLowerCase().includes(kecil):!!q);
k=0;
tandai();
clearTimeout(nanti);
nanti=setTimeout(orang,150,q);
});
palet.addEventListener('keydown',e=>{
const n=pilihan().length;
if(n&&(e.key==='ArrowDown'||e.key==='ArrowUp')){e.preventDefault();k=(k+(e.key==='ArrowDown'?1:n-1))%n;tandai()}
else if(e.key==='Enter'&&pilihan()[k]){e.preventDefault();pilihan()[k].click()}
});
palet.addEventListener('click',e=>{if(e.target===palet)palet.close()});
d.addEventListener('click',e=>{if(e.target.closest('[data-palet]')){e.preventDefault();buka()}});
// Letters work only while nobody types, and can be switched off for good.
const tombol=$('[data-huruf]',palet),mati=()=>localStorage.getItem('huruf')==='mati';
const tulis=()=>tombol.textContent=mati()?'Hidupkan pintasan huruf':'Matikan pintasan huruf';
tombol.hidden=false;
tulis();
tombol.addEventListener('click',()=>{localStorage.setItem('huruf',mati()?'':'mati');tulis()});
let g=0;
d.addEventListener('keydown',e=>{
if((e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==='k'){e.preventDefault();buka();return}
if(/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)||e.ctrlKey||e.metaKey||e.altKey||palet.open||mati())return;
if(Date.now()-g<900){g=0;const a=$('a[data-g="'+CSS.escape(e.key)+'"]',palet);if(a){location=a.href;return}}
const baris=$$('tbody tr'),kini=baris.indexOf(e.target.closest('tbody tr')),ke=n=>$('a',baris[Math.max(0,Math.min(n,baris.length-1))])?.focus();
if(e.key==='g')g=Date.now();
else if(e.key==='?'){const a=$('a[data-panduan]');if(a)location=a.href}
else if(e.key==='/'){const s=$('.saring input[type=search]');if(s){e.preventDefault();s.focus()}}
else if(kini>=0&&e.key==='j')ke(kini+1);
else if(kini>=0&&e.key==='k')ke(kini-1);
else if(kini>=0&&e.key==='x')$('input[type=checkbox]',baris[kini])?.click();
});
}
