/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-demo-text.h"

#define LIST(name, array) const DaftarDemoList name = { array, G_N_ELEMENTS (array) }

static const DaftarDemoText men[] = {
  { "محمد", "Mohammed" },   { "أحمد", "Ahmad" },       { "عبد الله", "Abdullah" }, { "عبد الرحمن", "Abdulrahman" },
  { "خالد", "Khalid" },     { "سعود", "Saud" },        { "فهد", "Fahad" },         { "سلطان", "Sultan" },
  { "ناصر", "Nasser" },     { "تركي", "Turki" },       { "بندر", "Bandar" },       { "ماجد", "Majed" },
  { "فيصل", "Faisal" },     { "عبد العزيز", "Abdulaziz" }, { "يوسف", "Yousef" },   { "إبراهيم", "Ibrahim" },
  { "عمر", "Omar" },        { "علي", "Ali" },          { "حسن", "Hassan" },        { "حسين", "Hussein" },
  { "كريم", "Karim" },      { "طارق", "Tareq" },       { "سامي", "Sami" },         { "زياد", "Ziad" },
  { "رامي", "Rami" },       { "وليد", "Walid" },       { "هيثم", "Haitham" },      { "باسل", "Basel" },
  { "أيمن", "Ayman" },      { "أسامة", "Osama" },      { "مصطفى", "Mustafa" },     { "محمود", "Mahmoud" },
  { "شريف", "Sherif" },     { "تامر", "Tamer" },       { "عمرو", "Amr" },          { "هشام", "Hisham" },
  { "نبيل", "Nabil" },      { "جمال", "Jamal" },       { "عدنان", "Adnan" },       { "غسان", "Ghassan" },
  { "مازن", "Mazen" },      { "لؤي", "Luay" },         { "رائد", "Raed" },         { "مؤيد", "Muayyad" },
  { "راكان", "Rakan" },     { "نواف", "Nawaf" },       { "مشعل", "Mishal" },       { "عبد المجيد", "Abdulmajeed" },
  { "يحيى", "Yahya" },      { "زكريا", "Zakaria" },    { "صالح", "Saleh" },        { "حمد", "Hamad" },
  { "جاسم", "Jassim" },     { "راشد", "Rashid" },      { "سيف", "Saif" },          { "منصور", "Mansour" },
};

static const DaftarDemoText women[] = {
  { "فاطمة", "Fatima" },    { "عائشة", "Aisha" },      { "نورة", "Noura" },        { "سارة", "Sarah" },
  { "أمل", "Amal" },        { "هند", "Hind" },         { "مريم", "Mariam" },       { "خديجة", "Khadija" },
  { "ريم", "Reem" },        { "لطيفة", "Latifa" },     { "العنود", "Al-Anoud" },   { "منيرة", "Munira" },
  { "حصة", "Hessa" },       { "دلال", "Dalal" },       { "شيماء", "Shaimaa" },     { "إيمان", "Iman" },
  { "هدى", "Huda" },        { "سلمى", "Salma" },       { "ليلى", "Layla" },        { "رنا", "Rana" },
  { "دينا", "Dina" },       { "ياسمين", "Yasmin" },    { "رغد", "Raghad" },        { "جود", "Joud" },
  { "لمى", "Lama" },        { "غادة", "Ghada" },       { "منى", "Mona" },          { "سعاد", "Suad" },
  { "زينب", "Zainab" },     { "آمنة", "Amna" },        { "شهد", "Shahad" },        { "وفاء", "Wafa" },
  { "أسماء", "Asma" },      { "بتول", "Batoul" },      { "رهف", "Rahaf" },         { "خلود", "Khulood" },
  { "عبير", "Abeer" },      { "نجلاء", "Najla" },      { "بدور", "Budoor" },       { "مها", "Maha" },
};

static const DaftarDemoText families[] = {
  { "الغامدي", "Al-Ghamdi" },   { "الزهراني", "Al-Zahrani" },  { "القحطاني", "Al-Qahtani" }, { "العتيبي", "Al-Otaibi" },
  { "الدوسري", "Al-Dosari" },   { "الشمري", "Al-Shammari" },   { "الحربي", "Al-Harbi" },     { "المطيري", "Al-Mutairi" },
  { "العنزي", "Al-Anazi" },     { "السبيعي", "Al-Subaie" },    { "الشهري", "Al-Shehri" },    { "المالكي", "Al-Malki" },
  { "باوزير", "Bawazir" },      { "باعشن", "Baeshen" },        { "الحداد", "Haddad" },       { "النجار", "Najjar" },
  { "الخطيب", "Khatib" },       { "حمدان", "Hamdan" },         { "العلي", "Al-Ali" },        { "الخوري", "Khoury" },
  { "عبد الهادي", "Abdulhadi" }, { "النابلسي", "Nabulsi" },    { "الحسيني", "Husseini" },    { "طوقان", "Tuqan" },
  { "العمري", "Al-Omari" },     { "الزعبي", "Zoubi" },         { "المجالي", "Majali" },      { "الكردي", "Kurdi" },
  { "الشامي", "Shami" },        { "حلبي", "Halabi" },          { "المصري", "Masri" },        { "السيد", "El-Sayed" },
  { "عبد الفتاح", "Abdelfattah" }, { "الشناوي", "El-Shenawy" }, { "البدوي", "El-Badawy" },   { "فوزي", "Fawzy" },
  { "منصور", "Mansour" },       { "الكعبي", "Al-Kaabi" },      { "المنصوري", "Al-Mansouri" }, { "الهاشمي", "Al-Hashimi" },
  { "السويدي", "Al-Suwaidi" },  { "المهيري", "Al-Muhairi" },   { "العجمي", "Al-Ajmi" },      { "الرشيدي", "Al-Rashidi" },
  { "الصباغ", "Sabbagh" },      { "البناي", "Al-Bannai" },     { "الكواري", "Al-Kuwari" },   { "المري", "Al-Marri" },
  { "البلوشي", "Al-Balushi" },  { "الحارثي", "Al-Harthi" },    { "اللواتي", "Al-Lawati" },   { "فخرو", "Fakhro" },
  { "كانو", "Kanoo" },          { "الأنصاري", "Al-Ansari" },   { "الشريف", "Al-Sharif" },    { "بن لادن", "Binladin" },
  { "أبو زيد", "Abu Zaid" },    { "أبو النصر", "Abu Al-Nasr" }, { "القاضي", "Al-Qadi" },     { "السقاف", "Al-Saqqaf" },
};

static const DaftarDemoText foreigners[] = {
  { "John Carter", "John Carter" },       { "Maria Santos", "Maria Santos" },   { "Priya Nair", "Priya Nair" },
  { "Rajesh Kumar", "Rajesh Kumar" },     { "Emma Wilson", "Emma Wilson" },     { "Jose Reyes", "Jose Reyes" },
  { "Anita Desai", "Anita Desai" },       { "Michael Brown", "Michael Brown" }, { "Sofia Rossi", "Sofia Rossi" },
  { "Thomas Müller", "Thomas Müller" },   { "Claire Dubois", "Claire Dubois" }, { "Imran Malik", "Imran Malik" },
  { "Grace Mendoza", "Grace Mendoza" },   { "David Okafor", "David Okafor" },   { "Fatima Sheikh", "Fatima Sheikh" },
  { "Anjali Menon", "Anjali Menon" },     { "Peter Novak", "Peter Novak" },     { "Linda Cruz", "Linda Cruz" },
  { "Samuel Tesfaye", "Samuel Tesfaye" }, { "Hannah Schmidt", "Hannah Schmidt" },
};

static const DaftarDemoText companies[] = {
  { "مقهى الركن الهادئ", "Quiet Corner Café" },         { "مطعم بيت الزيتون", "Olive House Restaurant" },
  { "فندق واحة النخيل", "Palm Oasis Hotel" },           { "مكتب الأفق للاستشارات", "Horizon Consulting" },
  { "مدارس المنار الأهلية", "Al-Manar Schools" },       { "شركة الرواد للمقاولات", "Pioneers Contracting" },
  { "عيادات الشفاء", "Al-Shifa Clinics" },              { "محمصة سمراء", "Samra Roastery" },
  { "مؤسسة درب القوافل", "Caravan Road Est." },         { "حلويات الشام", "Damascus Sweets" },
  { "مركز نبض الرياضي", "Pulse Fitness" },              { "مكتبة الضاد", "Al-Dhad Bookshop" },
  { "شركة ساحل للشحن", "Sahel Shipping" },              { "استوديو لقطة", "Laqta Studio" },
  { "شقق المرسى المفروشة", "Marsa Furnished Flats" },   { "مغسلة الندى", "Al-Nada Laundry" },
};

static const DaftarDemoText sources[] = {
  { "مرّ بالمتجر", "Walked in" },   { "إنستغرام", "Instagram" },     { "توصية صديق", "A friend's advice" },
  { "خرائط غوغل", "Google Maps" },  { "موقع المتجر", "Our website" }, { "معرض المنزل", "Home fair" },
};

static const DaftarDemoText tags[] = {
  { "عميل مميز", "regular" }, { "جملة", "wholesale" },  { "يفضل المساء", "prefers evenings" },
  { "قهوة", "coffee" },       { "عروس", "new home" },   { "حي النرجس", "Narjis district" },
};

static const DaftarDemoText streets[] = {
  { "شارع التحلية", "Tahlia Street" },       { "طريق الملك فهد", "King Fahd Road" }, { "حي الروضة، شارع 14", "Rawdah, Street 14" },
  { "شارع الأمير سلطان", "Prince Sultan St" }, { "حي الياسمين، مبنى 7", "Yasmin, Building 7" }, { "شارع النخيل", "Palm Street" },
  { "بجوار جامع الراجحي", "Beside Al-Rajhi Mosque" }, { "مجمع الواحة، محل 21", "Oasis Mall, Shop 21" },
};

LIST (daftar_demo_men, men);
LIST (daftar_demo_women, women);
LIST (daftar_demo_families, families);
LIST (daftar_demo_foreigners, foreigners);
LIST (daftar_demo_companies, companies);
LIST (daftar_demo_sources, sources);
LIST (daftar_demo_tags, tags);
LIST (daftar_demo_streets, streets);

const DaftarDemoPlace daftar_demo_places[] = {
  { "SA", 82, { "50", "53", "54", "55", "56", "58", "59" }, 7, "0", "966",
    { { "الرياض", "Riyadh" }, { "جدة", "Jeddah" }, { "الدمام", "Dammam" }, { "مكة المكرمة", "Makkah" },
      { "المدينة المنورة", "Madinah" }, { "الخبر", "Khobar" }, { "أبها", "Abha" }, { "بريدة", "Buraydah" } } },
  { "AE", 4, { "50", "52", "54", "55", "56" }, 7, "0", "971",
    { { "دبي", "Dubai" }, { "أبوظبي", "Abu Dhabi" }, { "الشارقة", "Sharjah" } } },
  { "KW", 4, { "50", "55", "60", "65", "66", "97", "99" }, 6, "", "965", { { "الكويت", "Kuwait City" }, { "السالمية", "Salmiya" } } },
  { "JO", 4, { "77", "78", "79" }, 7, "0", "962", { { "عمّان", "Amman" }, { "إربد", "Irbid" } } },
  { "EG", 4, { "100", "101", "106", "111", "120", "122" }, 7, "0", "20", { { "القاهرة", "Cairo" }, { "الإسكندرية", "Alexandria" } } },
  { "BH", 1, { "36", "39" }, 6, "", "973", { { "المنامة", "Manama" } } },
  { "QA", 1, { "33", "55", "66" }, 6, "", "974", { { "الدوحة", "Doha" } } },
};
const guint daftar_demo_n_places = G_N_ELEMENTS (daftar_demo_places);
