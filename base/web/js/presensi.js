// Check-in that waits for a network: each presence is kept in this browser, under a key of its own, until the
// server says in one line that it is recorded. The key lets the server record it once, however often it is
// sent; anything else the server says (a door, another page, an error) lets go of nothing.
const d=document,f=d.querySelector('form[data-presensi]');
if(f){
const awal='presensi:'+f.dataset.presensi+':',kabar=d.querySelector('[data-presensi-kabar]'),daftar=d.querySelector('[data-presensi-ditolak]');
const baca=()=>{
const a=[];
for(let n=0;n<localStorage.length;n++){
const k=localStorage.key(n);
if(k.startsWith(awal))try{a.push(JSON.parse(localStorage.getItem(k)))}catch{}
}
return a.sort((x,y)=>x.jam-y.jam)
};
const simpan=x=>localStorage.setItem(awal+x.kunci,JSON.stringify(x));
const lepas=x=>localStorage.removeItem(awal+x.kunci);
const kunci=()=>[...crypto.getRandomValues(new Uint8Array(16))].map(b=>b.toString(16).padStart(2,'0')).join('');
let sebab='';
const kata=()=>{
const a=baca(),n=a.filter(x=>!x.ditolak).length;
if(kabar)kabar.textContent=n?n+' presensi menunggu dikirim dan tersimpan di peramban ini. '+(sebab||'Dikirim sendiri begitu tersambung.'):a.length?a.length+' presensi perlu diperbaiki.':'Semua presensi sudah terkirim.';
if(!daftar)return;
daftar.replaceChildren(...a.filter(x=>x.ditolak).map(x=>{
const l=d.createElement('li'),t=d.createElement('button');
t.type='button';t.className='tombol kecil';t.textContent='Perbaiki';
t.addEventListener('click',()=>{
for(const[k,v]of Object.entries(x)){const i=f.elements[k];if(i&&k!=='csrf'&&k!=='kunci')i.value=v}
lepas(x);kata();f.elements.nama.focus()
});
l.append(x.nama+': '+x.ditolak+' ',t);
return l
}));
daftar.hidden=!daftar.children.length
};
// The token of the form ends with the session; a page read anew has another one.
const segarkan=async()=>{
const j=await fetch(location.href,{headers:{'X-Potongan':'presensi'}});
const baru=j.ok&&new DOMParser().parseFromString(await j.text(),'text/html').querySelector('form[data-presensi]');
if(!baru)return false;
f.elements.csrf.value=baru.elements.csrf.value;
return true
};
const satu=async x=>{
const b=new URLSearchParams(x);
b.delete('ditolak');
b.set('csrf',f.elements.csrf.value);
const j=await fetch(f.action,{method:'POST',body:b,headers:{'X-Potongan':'presensi'},redirect:'manual'});
return[j.status,j.type==='basic'?await j.text():'']
};
let jalan=false;
const kirim=async()=>{
if(jalan)return;
jalan=true;
try{
for(const x of baca().filter(x=>!x.ditolak)){
let[s,t]=await satu(x);
if(s===401||s===403||!s){
if(!await segarkan()){sebab='Sesi berakhir: masuk lagi di tab lain, lalu biarkan halaman ini terbuka.';break}
[s,t]=await satu(x)
}
if(s===200&&t==='tercatat '+x.kunci){lepas(x);sebab=''}
else if(s===422)simpan({...x,ditolak:t.slice(0,300)});
else{sebab='Server belum menjawab. Dicoba lagi.';break}
}
}catch{
sebab='';
for(const x of baca())if(!x.ditolak&&x.cara!=='luring')simpan({...x,cara:'luring'})
}
jalan=false;
kata()
};
f.addEventListener('submit',e=>{
const x=Object.fromEntries(new FormData(f));
x.kunci=kunci();
x.jam=String(Date.now());
if(!navigator.onLine)x.cara='luring';
delete x.csrf;
// A browser that keeps nothing sends the form as one without script does.
try{simpan(x)}catch{return}
e.preventDefault();
const p=f.elements.pihak.value;
f.reset();
f.elements.pihak.value=p;
f.elements.nama.focus();
kata();
kirim()
});
addEventListener('online',kirim);
addEventListener('storage',kata);
setInterval(()=>{if(baca().some(x=>!x.ditolak))kirim()},10000);
addEventListener('beforeunload',e=>{if(baca().some(x=>!x.ditolak))e.preventDefault()});
kata();
kirim();
}
