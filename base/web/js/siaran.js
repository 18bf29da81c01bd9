// Live pages: an event says that something changed, the page is asked again, and only parts with another
// version are replaced. What somebody is writing in is never touched: it is marked instead.
const d=document,akar=d.querySelector('[data-siaran]');
if(akar&&window.EventSource){
const status=d.querySelector('[data-siaran-status]'),putus='Sambungan terputus. Halaman menyusul begitu tersambung.';
const kata=t=>{if(status&&status.textContent!==t)status.textContent=t};
const ditulis=x=>[...x.querySelectorAll('textarea,input:not([type=hidden])')].some(i=>i.type==='checkbox'||i.type==='radio'?i.checked!==i.defaultChecked:i.value!==i.defaultValue);
const dipakai=x=>x.contains(d.activeElement)&&d.activeElement!==d.body||ditulis(x);
let jalan=false,lagi=false;
const segarkan=async()=>{
if(jalan){lagi=true;return}
jalan=true;
try{
const j=await fetch(location.href.split('#')[0],{headers:{'X-Potongan':'siaran'}});
if(!j.ok)throw 0;
const baru=new DOMParser().parseFromString(await j.text(),'text/html').querySelector('[data-siaran]');
if(!baru){
// The door, most likely. A page with something typed in it stays.
if(ditulis(d))kata('Sesi berakhir. Salin tulisan Anda, lalu masuk lagi.');else location.reload();
return
}
const ada=new Set,tempat=akar.querySelector('[data-bagian]');
let sebelum=null;
baru.querySelectorAll('[data-versi]').forEach(b=>{
ada.add(b.id);
const l=d.getElementById(b.id);
if(!l){
if(sebelum)sebelum.after(b);else tempat?.prepend(b);
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
}catch{kata(putus)}
finally{jalan=false;if(lagi){lagi=false;segarkan()}}
};
// A browser asks again by itself when the line breaks, but not when a server in between answers for ours.
const dengar=()=>{
const s=new EventSource(akar.dataset.siaran);
s.addEventListener('berubah',segarkan);
s.addEventListener('error',()=>{
kata(putus);
if(s.readyState===2){s.close();setTimeout(()=>{segarkan();dengar()},15000)}
})
};
dengar();
}
