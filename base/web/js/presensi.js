// Check-in that waits for a network: each presence is kept in this browser until the server has it. The key
// made here lets the server record a presence once, however often it is sent.
const d=document,f=d.querySelector('form[data-presensi]');
if(f){
const laci='presensi:'+f.dataset.presensi,kabar=d.querySelector('[data-presensi-kabar]');
const baca=()=>{try{return JSON.parse(localStorage.getItem(laci))||[]}catch{return[]}};
const tulis=a=>localStorage.setItem(laci,JSON.stringify(a));
const kunci=()=>[...crypto.getRandomValues(new Uint8Array(16))].map(b=>b.toString(16).padStart(2,'0')).join('');
const kata=()=>{const n=baca().length;if(kabar)kabar.textContent=n?n+' presensi menunggu jaringan. Jangan tutup halaman ini; dikirim sendiri begitu tersambung.':'Semua presensi sudah terkirim.'};
let jalan=false;
const kirim=async()=>{
if(jalan)return;
jalan=true;
try{
for(let a=baca();a.length;a=baca()){
const b=new URLSearchParams(a[0]);
b.set('csrf',f.elements.csrf.value);
const j=await fetch(f.action,{method:'POST',body:b,headers:{'X-Potongan':'presensi'},redirect:'manual'});
if(j.type!=='opaqueredirect'&&!j.ok&&j.status!==422&&j.status!==409)throw 0;
tulis(baca().filter(x=>x.kunci!==a[0].kunci))
}
}catch{}
jalan=false;
kata()
};
f.addEventListener('submit',e=>{
if(!window.localStorage||!window.fetch)return;
e.preventDefault();
const satu=Object.fromEntries(new FormData(f));
satu.kunci=kunci();
satu.jam=String(Date.now());
if(!navigator.onLine)satu.cara='luring';
delete satu.csrf;
tulis([...baca(),satu]);
f.reset();
f.querySelector('input:not([type=hidden])')?.focus();
kirim()
});
addEventListener('online',kirim);
setInterval(()=>{if(baca().length)kirim()},10000);
addEventListener('beforeunload',e=>{if(baca().length)e.preventDefault()});
kirim();
}
