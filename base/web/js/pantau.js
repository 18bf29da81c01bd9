// A job under way asks again every two seconds and goes on by itself when it is done.
const pantau=async e=>{
await new Promise(s=>setTimeout(s,2000));
try{
const t=await(await fetch(e.dataset.pantau,{headers:{'X-Potongan':'#'+e.id}})).text();
const baru=$('#'+CSS.escape(e.id),new DOMParser().parseFromString(t,'text/html'));
if(baru){e.replaceWith(baru);e=baru}
}catch{}
if(e.dataset.lanjut)location=e.dataset.lanjut;
else if(e.dataset.pantau)pantau(e);
};
$$('[data-pantau]').forEach(pantau);
