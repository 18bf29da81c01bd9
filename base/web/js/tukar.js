// A filter form swaps its result in place; on any failure it is sent as a plain form.
d.addEventListener('submit',async e=>{
const f=e.target,sasaran=f.dataset.tukar;
if(!sasaran)return;
e.preventDefault();
const u=new URL(f.action);
new FormData(f).forEach((v,n)=>{if(v)u.searchParams.append(n,v)});
try{
const j=await fetch(u,{headers:{'X-Potongan':sasaran}});
if(!j.ok)throw 0;
const baru=$(sasaran,new DOMParser().parseFromString(await j.text(),'text/html')),lama=$(sasaran);
const fokus=d.activeElement?.id,terbuka=$$('details[open][id]',lama).map(x=>x.id);
const ganti=()=>{
lama.replaceWith(baru);
terbuka.forEach(i=>{const x=d.getElementById(i);if(x)x.open=true});
if(fokus)d.getElementById(fokus)?.focus();
history.pushState({tukar:1},'',u);
};
d.startViewTransition?d.startViewTransition(ganti):ganti();
}catch{f.submit()}
});
d.addEventListener('change',e=>{const f=e.target.form;if(f?.dataset.tukar&&e.target.tagName==='SELECT')f.requestSubmit()});
addEventListener('popstate',()=>location.reload());
