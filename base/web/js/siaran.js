// Live pages: an event says that something changed, the page is asked again, and only parts with another
// version are replaced. What somebody is writing in is never touched: it is marked instead.
const d=document,akar=d.querySelector('[data-siaran]');
if(akar&&window.EventSource){
const status=d.querySelector('[data-siaran-status]');
const kata=t=>{if(status&&status.textContent!==t)status.textContent=t};
const dipakai=x=>x.contains(d.activeElement)&&d.activeElement!==d.body||[...x.querySelectorAll('textarea,input:not([type=hidden])')].some(i=>i.value!==i.defaultValue);
let jalan=false,lagi=false;
const segarkan=async()=>{
if(jalan){lagi=true;return}
jalan=true;
try{
const j=await fetch(location.href,{headers:{'X-Potongan':'siaran'}});
if(!j.ok)throw 0;
const baru=new DOMParser().parseFromString(await j.text(),'text/html').querySelector('[data-siaran]');
if(!baru){location.reload();return}
const ada=new Set;
let sebelum=null;
baru.querySelectorAll('[data-versi]').forEach(b=>{
ada.add(b.id);
const l=d.getElementById(b.id);
if(!l){
if(sebelum)sebelum.after(b);else akar.querySelector('[data-bagian]')?.prepend(b);
sebelum=b;
return
}
if(l.dataset.versi!==b.dataset.versi){
if(dipakai(l)){l.dataset.usang='';sebelum=l;return}
l.replaceWith(b);
sebelum=b
}else sebelum=l
});
akar.querySelectorAll('[data-versi]').forEach(l=>{if(!ada.has(l.id)&&!dipakai(l))l.remove()});
kata('Langsung')
}catch{kata('Sambungan terputus. Halaman menyusul begitu tersambung.')}
finally{jalan=false;if(lagi){lagi=false;segarkan()}}
};
const s=new EventSource(akar.dataset.siaran);
s.addEventListener('berubah',segarkan);
s.addEventListener('error',()=>kata('Sambungan terputus. Halaman menyusul begitu tersambung.'));
}
