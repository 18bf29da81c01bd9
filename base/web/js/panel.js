// A row told beside its list: only that part is fetched. Esc and the cross give the focus back to the row.
d.addEventListener('click',async e=>{
const a=e.target.closest('a[data-panel],a[data-tutup]');
if(!a||e.ctrlKey||e.metaKey||e.shiftKey)return;
e.preventDefault();
if('tutup' in a.dataset)return tutupPanel(a);
try{
const j=await fetch(a.href,{headers:{'X-Potongan':'#panel'}});
const baru=j.ok&&$('#panel',new DOMParser().parseFromString(await j.text(),'text/html'));
$('#panel')?.remove();
$('#daftar').append(baru);
baru.focus();
history.pushState({tukar:1},'',a.href);
}catch{location=a.href}
});
const tutupPanel=a=>{
const u=new URL(a.href);
$('#panel').remove();
history.pushState({tukar:1},'',u.pathname+u.search);
d.getElementById(u.hash.slice(1))?.focus();
};
d.addEventListener('keydown',e=>{const a=$('#panel [data-tutup]');if(e.key==='Escape'&&a&&!e.defaultPrevented&&!$('dialog[open]'))tutupPanel(a)});
d.addEventListener('change',e=>{const s=e.target;if('semua' in s.dataset)$$('tbody .pilih input',s.closest('table')).forEach(c=>c.checked=s.checked)});
