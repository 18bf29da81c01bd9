// A job under way asks again, soon at first, then every two seconds, and goes on by itself when it is done.
const pantau=async(e,jeda=500)=>{
await new Promise(s=>setTimeout(s,jeda));
try{
const t=await(await fetch(e.dataset.pantau,{headers:{'X-Potongan':'#'+e.id}})).text();
const baru=$('#'+CSS.escape(e.id),new DOMParser().parseFromString(t,'text/html'));
// The address answers with another page once the job is over.
if(!baru)return location.reload();
e.replaceWith(baru);e=baru;
}catch{}
if(e.dataset.lanjut)location=e.dataset.lanjut;
else if(e.dataset.pantau)pantau(e,2000);
};
$$('[data-pantau]').forEach(e=>pantau(e));
