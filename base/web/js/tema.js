// Shared names, and the theme: the same cookie the server sets, without the round trip.
const d=document,$=(s,e=d)=>e.querySelector(s),$$=(s,e=d)=>[...e.querySelectorAll(s)],akar=d.documentElement;
const pakaiTema=t=>{
if(t==='sistem'){delete akar.dataset.tema;d.cookie='tema=;path=/;max-age=0;samesite=lax'}
else{akar.dataset.tema=t;d.cookie='tema='+t+';path=/;max-age=31536000;samesite=lax'}
$$('[data-tema-pilih] button').forEach(b=>b.setAttribute('aria-pressed',b.value===t));
};
d.addEventListener('submit',e=>{
const f=e.target;
if('temaGanti' in f.dataset){
e.preventDefault();
const kini=akar.dataset.tema||(matchMedia('(prefers-color-scheme:dark)').matches?'gelap':'terang');
pakaiTema(kini==='gelap'?'terang':'gelap');
}else if('temaPilih' in f.dataset){e.preventDefault();pakaiTema(e.submitter.value)}
});
$('[data-fokus]')?.focus();
$$('[data-akhir]').forEach(e=>e.scrollLeft=e.scrollWidth);
