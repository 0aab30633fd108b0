// Words a search for names has to know: names that are also everyday words, words for who somebody is, what people do.
// Not a dictionary: what is missing here is only refused where a warning would have done, or the other way round.
#pragma once

#include <array>
#include <string_view>

namespace kallad::mention {

/// Names that are also everyday words, months or laws: in lower case they are only warned about, and where a
/// capital may be the sentence's own, unless somebody does something there.
inline constexpr auto everyday_words = std::to_array<std::u32string_view>({
    U"hans", U"han", U"hon", U"per", U"jan", U"maj", U"dag", U"sten", U"stig", U"björn", U"bror", U"tom", U"mark", U"sol",
    U"ros", U"lova", U"ben", U"gran", U"ask", U"alm", U"lind", U"björk", U"berg", U"ström", U"holm", U"dal", U"vik", U"sjö",
    U"frisk", U"modig", U"rask", U"glad", U"lång", U"stark", U"van", U"von", U"der", U"den", U"del", U"los", U"kung", U"falk",
    U"lund", U"hall", U"mars", U"juni", U"april", U"mina", U"max", U"love", U"liv", U"rut", U"rot", U"saga", U"viking",
    U"storm", U"iris", U"rosa", U"viol", U"lilja", U"vide", U"hed", U"strand", U"kvist", U"blom", U"sand", U"stål", U"svan",
    U"varg", U"bäck", U"norr", U"öst", U"väst", U"skog", U"brand", U"ren", U"ung", U"fri", U"frid", U"fast", U"snäll", U"sund",
    U"stad", U"torp", U"fors", U"äng", U"park", U"rapp", U"munk", U"skytt", U"bonde", U"greve", U"prins", U"löv", U"gren",
    U"blad", U"vinter", U"sommar", U"höst", U"vår", U"hopp", U"tro", U"ande", U"vilja", U"kärn", U"klar",
    U"tyst", U"hård", U"kort", U"dags", U"pers", U"ek", U"bo", U"my", U"alla", U"vi", U"hur", U"an", U"do", U"en", U"om",
    U"stolt", U"hjort", U"lo", U"lax", U"ål", U"örn", U"bell", U"brink", U"damm",
});

/// What is also written where nobody is meant, so that it tells nobody by itself: particles of names, and what staff
/// writes beside or instead of a relative's name.
inline constexpr auto telling_nobody = std::to_array<std::u32string_view>({
    U"von", U"van", U"af", U"de", U"der", U"den", U"del", U"della", U"di", U"da", U"dos", U"la", U"le", U"el", U"al", U"bin",
    U"ibn", U"och", U"god", U"man", U"gode", U"förvaltare", U"förmyndare", U"ombud", U"personligt", U"personlig",
    U"företrädare", U"ställföreträdare", U"vårdnadshavare", U"anhörig", U"närstående", U"förälder", U"föräldrar", U"mor",
    U"far", U"mamma", U"pappa", U"modern", U"fadern", U"mamman", U"pappan", U"syster", U"bror", U"systern", U"brodern",
    U"son", U"sonen", U"dotter", U"dottern", U"make", U"maka", U"maken", U"makan", U"sambo", U"sambon", U"särbo", U"hustru",
    U"fru", U"herr", U"mormor", U"morfar", U"farmor", U"farfar", U"moster", U"faster", U"morbror", U"farbror", U"kusin",
    U"vän", U"vännen", U"granne", U"grannen", U"tolk", U"tolken", U"advokat", U"kontaktperson", U"stödperson",
    U"familjehem", U"kurator", U"doktor", U"dr", U"exempelvis", U"person", U"personen", U"okänd", U"den", U"enskilde",
});

/// What follows a name that begins a sentence: somebody does something, or something is done to somebody.
inline constexpr auto deeds = std::to_array<std::u32string_view>({
    U"kom", U"kommer", U"fick", U"får", U"var", U"är", U"har", U"hade", U"ville", U"vill", U"blev", U"blir", U"bor",
    U"bodde", U"sade", U"sa", U"säger", U"behöver", U"behövde", U"kunde", U"kan", U"skulle", U"ska", U"skall",
    U"saknar", U"saknade", U"ringde", U"ringer", U"väntade", U"väntar", U"mår", U"mådde", U"gick", U"går", U"tog",
    U"tar", U"skrevs", U"bad", U"ber", U"önskar", U"önskade", U"tackade", U"nekade", U"nekades", U"lämnade", U"lämnar",
    U"lämnades", U"flyttade", U"flyttar", U"söker", U"sökte", U"kallades", U"kallas", U"tycker", U"tyckte",
    U"berättade", U"berättar", U"upplevde", U"upplever", U"träffade", U"träffar", U"avböjde", U"svarade", U"svarar",
    U"uteblev", U"deltog", U"deltar", U"missade", U"orkade", U"orkar", U"klarar", U"klarade", U"besökte", U"sov",
    U"åkte", U"åker", U"återvände", U"föll", U"följdes", U"vårdas", U"vårdades", U"godkände", U"samtyckte",
    U"samtycker", U"känner", U"kände", U"vet", U"visste", U"hamnade", U"mötte", U"förlorade", U"uppger", U"uppgav",
    U"menar", U"menade", U"hänvisades", U"bollades", U"medverkade", U"protesterade", U"reagerade", U"satt", U"fyllde",
    U"fyller", U"nekas", U"erbjöds", U"erbjuds", U"beviljades", U"hämtades", U"slussades", U"remitterades",
    U"avvisades", U"informerades", U"drabbades", U"lovades", U"tvingades", U"placerades", U"själv", U"hörde",
    U"frågade", U"frågar", U"mindes", U"grät", U"skrek", U"lider", U"led", U"åt", U"äter", U"dog", U"avled",
    U"försökte", U"vägrade", U"vägrar", U"undrade", U"undrar", U"trivs", U"trivdes", U"började", U"slutade", U"hämtade",
    U"hämtar", U"skrev", U"skriver", U"följde", U"följer", U"hjälpte", U"hjälper", U"skickade", U"skickar", U"läste",
    U"visade", U"bokade", U"avbokade", U"öppnade", U"stannade", U"talade", U"pratade", U"nämnde", U"kallade",
    U"begärde", U"ansökte", U"överklagade", U"förklarade", U"arbetar", U"arbetade",
});

/// Nouns that make one word with a name before them.
inline constexpr auto heads_of_compounds = std::to_array<std::u32string_view>({
    U"ärendet", U"ärende", U"fallet", U"familjen", U"planen", U"mötet", U"utredningen", U"kallelsen", U"frågan", U"remissen",
});

/// Initials that mean something else in these texts.
inline constexpr auto field_abbreviations = std::to_array<std::u32string_view>({
    U"sip", U"svu", U"lss", U"lpt", U"bup", U"hsl", U"sol", U"ivo", U"lvm", U"lvu", U"fk", U"af", U"po", U"vc", U"kl", U"nr",
    U"ps", U"tv", U"it", U"hr", U"im", U"bo", U"rsp", U"lrv", U"sas", U"vgr", U"skr", U"osl", U"pdl", U"iva", U"mas", U"mar",
});

}  // namespace kallad::mention
