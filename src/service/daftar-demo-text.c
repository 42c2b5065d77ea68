/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-demo-text.h"

#define LIST(name, array) const DaftarDemoList name = { array, G_N_ELEMENTS (array) }

const DaftarDemoText daftar_demo_shop_name = { "نور للأجهزة المنزلية", "Noor Home Appliances" };

static const DaftarDemoText staff[] = {
  { "سامي الحداد", "Sami Haddad" }, { "ليلى منصور", "Layla Mansour" }, { "يوسف العمري", "Yousef Al-Omari" },
};

const DaftarDemoProduct daftar_demo_products[] = {
  { { "ماكينة إسبريسو", "Espresso machine" }, 1890, 24 },
  { { "مطحنة قهوة", "Coffee grinder" }, 420, 12 },
  { { "غلاية كهربائية", "Electric kettle" }, 149, 12 },
  { { "خلاط يدوي", "Hand blender" }, 219, 12 },
  { { "قلاية هوائية", "Air fryer" }, 549, 24 },
  { { "فرن كهربائي", "Electric oven" }, 1250, 24 },
  { { "مكنسة روبوت", "Robot vacuum" }, 1690, 24 },
  { { "مكنسة كهربائية", "Vacuum cleaner" }, 640, 24 },
  { { "مكواة بخار", "Steam iron" }, 260, 12 },
  { { "مبخرة كهربائية", "Electric incense burner" }, 95, 6 },
  { { "دلة كهربائية", "Electric coffee pot" }, 189, 12 },
  { { "عجانة", "Stand mixer" }, 1390, 24 },
  { { "محضر طعام", "Food processor" }, 720, 24 },
  { { "موزع مياه", "Water dispenser" }, 580, 12 },
  { { "مرشح مياه", "Water filter" }, 330, 6 },
  { { "منقي هواء", "Air purifier" }, 890, 24 },
  { { "مروحة عمودية", "Tower fan" }, 310, 12 },
  { { "دفاية زيت", "Oil heater" }, 340, 12 },
  { { "ميكروويف", "Microwave" }, 480, 24 },
  { { "غسالة صحون صغيرة", "Small dishwasher" }, 1980, 24 },
  { { "طقم فناجين", "Set of cups" }, 120, 0 },
  { { "كيلو بن مختص", "A kilo of specialty coffee" }, 130, 0 },
};
const guint daftar_demo_n_products = G_N_ELEMENTS (daftar_demo_products);

const DaftarDemoTalk daftar_demo_talks[] = {
  { { "سأل عن الفرق بين مطحنتي القهوة، ويفضل الهادئة منهما.", "Asked how the two grinders differ; prefers the quiet one." },
    DAFTAR_CHANNEL_IN_PERSON, DAFTAR_CONTACT_DIRECTION_IN },
  { { "أرسلنا صور القلاية الهوائية وسعرها مع التوصيل.", "Sent pictures of the air fryer and its price with delivery." },
    DAFTAR_CHANNEL_WHATSAPP, DAFTAR_CONTACT_DIRECTION_OUT },
  { { "اتصال للاطمئنان على المكنسة: تعمل جيدًا.", "Called to ask about the vacuum cleaner: it works well." },
    DAFTAR_CHANNEL_PHONE, DAFTAR_CONTACT_DIRECTION_OUT },
  { { "يريد معرفة موعد وصول الدفعة الجديدة.", "Wants to know when the new stock arrives." },
    DAFTAR_CHANNEL_PHONE, DAFTAR_CONTACT_DIRECTION_IN },
  { { "طلب فاتورة باسم الشركة مع الرقم الضريبي.", "Asked for an invoice in the company's name with the tax number." },
    DAFTAR_CHANNEL_EMAIL, DAFTAR_CONTACT_DIRECTION_IN },
  { { "علّق على صورة ماكينة القهوة وسأل عن الضمان.", "Commented on the picture of the coffee machine and asked about the warranty." },
    DAFTAR_CHANNEL_SOCIAL, DAFTAR_CONTACT_DIRECTION_IN },
  { { "شكرناه على الشراء وذكّرناه بطريقة تنظيف الماكينة.", "Thanked them for the purchase and explained how to clean the machine." },
    DAFTAR_CHANNEL_WHATSAPP, DAFTAR_CONTACT_DIRECTION_OUT },
  { { "مرّ بالمتجر مع عائلته وجرّب القهوة، وقال إنه سيعود مع الراتب.", "Came by with the family and tried the coffee; will be back at the end of the month." },
    DAFTAR_CHANNEL_IN_PERSON, DAFTAR_CONTACT_DIRECTION_IN },
  { { "أرسلنا رسالة نصية بأن القطعة المطلوبة وصلت.", "Sent a text message that the part has arrived." },
    DAFTAR_CHANNEL_SMS, DAFTAR_CONTACT_DIRECTION_OUT },
  { { "أرسلنا بطاقة معايدة بخط اليد.", "Sent a hand-written card for the holiday." }, DAFTAR_CHANNEL_POST, DAFTAR_CONTACT_DIRECTION_OUT },
  { { "ملأ نموذج الموقع: يسأل عن أسعار الجملة لعشرين غلاية.", "Filled in the website's form: asks for the wholesale price of twenty kettles." },
    DAFTAR_CHANNEL_WEBSITE, DAFTAR_CONTACT_DIRECTION_IN },
  { { "لا نعرض عليه الدفع بالتقسيط مرة أخرى، لا يحبه.", "Don't offer instalments again, they don't like it." },
    DAFTAR_CHANNEL_NONE, DAFTAR_CONTACT_DIRECTION_NONE },
  { { "جاره أحد عملائنا القدامى ونصحه بنا.", "A neighbour who has bought from us for years sent them." },
    DAFTAR_CHANNEL_NONE, DAFTAR_CONTACT_DIRECTION_NONE },
};
const guint daftar_demo_n_talks = G_N_ELEMENTS (daftar_demo_talks);

static const DaftarDemoText pinned[] = {
  { "يفضل التواصل بعد صلاة العشاء.", "Prefers to be reached after the evening prayer." },
  { "القهوة العربية دائمًا جاهزة له عند الزيارة.", "Likes a coffee when coming by." },
  { "التوصيل إلى الباب الخلفي للمبنى.", "Deliver to the back door of the building." },
  { "يدفع نقدًا فقط.", "Pays cash only." },
  { "يهتم بالأجهزة الهادئة لأن عنده رضيعًا.", "Looks for quiet appliances: there is a baby at home." },
};

static const DaftarDemoText steps[] = {
  { "الاتصال لتأكيد موعد التوصيل", "Call to confirm the delivery" },
  { "إرسال عرض السعر", "Send the offer" },
  { "السؤال عن الماكينة بعد أسبوع من الشراء", "Ask about the machine a week after the purchase" },
  { "التذكير بتغيير المرشح", "Remind about the filter change" },
  { "شكر على التوصية", "Say thank you for the recommendation" },
  { "إبلاغ بوصول اللون المطلوب", "Tell that the wanted colour is here" },
  { "عرض كيلو البن قبل نفاده", "Offer coffee before theirs runs out" },
  { "الاتفاق على موعد الصيانة", "Agree on a day for the repair" },
};

static const DaftarDemoText outcomes[] = {
  { "تم التواصل، وهو راضٍ.", "Reached, and happy." },
  { "لا رد، سنعاود الاتصال.", "No answer, will try again." },
  { "تركنا رسالة.", "Left a message." },
  { "طلب الاتصال الشهر القادم.", "Asked to be called next month." },
};

static const DaftarDemoText lost[] = {
  { "السعر أعلى من المنافس", "A competitor was cheaper" }, { "التوصيل متأخر", "Delivery was too late" },
  { "لم يعد بحاجة إليه", "No longer needed" },             { "اللون غير متوفر", "The colour was not there" },
};

LIST (daftar_demo_staff, staff);
LIST (daftar_demo_pinned, pinned);
LIST (daftar_demo_steps, steps);
LIST (daftar_demo_outcomes, outcomes);
LIST (daftar_demo_lost, lost);

const DaftarDemoText daftar_demo_thanks[2] = {
  { "شكرًا لكم على سرعة الرد.", "Thank you for the quick answer." },
  { "نحن في الخدمة دائمًا. يومك سعيد!", "Always at your service. Have a good day!" },
};

const DaftarDemoText daftar_demo_ticket_note = {
  "راجعت الفاتورة: الجهاز داخل الضمان حتى نهاية العام.", "Checked the invoice: it is under warranty until the end of the year."
};

const DaftarDemoTicket daftar_demo_tickets[] = {
  { DAFTAR_TICKET_KIND_COMPLAINT, DAFTAR_CHANNEL_WHATSAPP, DAFTAR_MOOD_ANGRY, DAFTAR_PRIORITY_HIGH,
    { "الماكينة وصلت مكسورة", "The machine arrived broken" },
    { { "وصلت ماكينة الإسبريسو وخزان الماء مكسور! دفعت ثمنها كاملًا وأريد حلًا اليوم.",
        "The espresso machine came with a broken water tank! I paid in full and want this solved today." },
      { "نعتذر كثيرًا عما حدث. هل يمكنكم إرسال صورة للخزان ورقم الفاتورة؟",
        "We are very sorry. Could you send a picture of the tank and the invoice number?" },
      { "هذه الصورة، ورقم الفاتورة 4418.", "Here is the picture, the invoice is number 4418." },
      { "سيصلكم المندوب غدًا صباحًا بماكينة جديدة ويأخذ القديمة.",
        "Our driver will bring you a new machine tomorrow morning and take the old one back." },
      { "وصلت الجديدة وهي سليمة.", "The new one is here and in good order." } },
    { "استبدال الماكينة مع التوصيل مجانًا", "Machine replaced, delivery free of charge" } },
  { DAFTAR_TICKET_KIND_INQUIRY, DAFTAR_CHANNEL_PHONE, DAFTAR_MOOD_CALM, DAFTAR_PRIORITY_NORMAL,
    { "أوقات العمل في رمضان", "Opening hours in Ramadan" },
    { { "متى تفتحون بعد الإفطار في رمضان؟", "When do you open after iftar in Ramadan?" },
      { "من التاسعة مساءً حتى الواحدة بعد منتصف الليل.", "From nine in the evening until one after midnight." },
      { "وهل التوصيل متاح في هذا الوقت؟", "And do you deliver at that time?" },
      { "نعم، حتى الثانية عشرة.", "Yes, until twelve." }, { "ممتاز، سأمر بكم.", "Great, I will come by." } },
    { "أُجيب عن الأوقات", "Told the hours" } },
  { DAFTAR_TICKET_KIND_REQUEST, DAFTAR_CHANNEL_EMAIL, DAFTAR_MOOD_CALM, DAFTAR_PRIORITY_NORMAL,
    { "عرض سعر لعشر غلايات", "Offer for ten kettles" },
    { { "نحتاج عشر غلايات لمكاتبنا، نرجو إرسال عرض سعر شامل الضريبة.",
        "We need ten kettles for our offices, please send an offer including tax." },
      { "مرفق العرض: خصم عشرة بالمئة على الكمية مع التوصيل مجانًا.",
        "Here is the offer: ten per cent off for the quantity, delivery free." },
      { "هل يمكن الدفع بعد ثلاثين يومًا؟", "Could we pay after thirty days?" },
      { "نعم للشركات، نحتاج نسخة من السجل التجاري.", "For companies yes, we need a copy of the registration." },
      { "أرسلناها، نرجو التوصيل يوم الأحد.", "Sent, please deliver on Sunday." } },
    { "اعتُمد العرض", "The offer was accepted" } },
  { DAFTAR_TICKET_KIND_COMPLAINT, DAFTAR_CHANNEL_PHONE, DAFTAR_MOOD_FRUSTRATED, DAFTAR_PRIORITY_HIGH,
    { "تأخر التوصيل للمرة الثانية", "Delivery late for the second time" },
    { { "وعدتموني بالتوصيل أمس ثم اليوم ولم يأتِ أحد.", "You promised delivery yesterday and then today, and nobody came." },
      { "معكم حق. تحدثت مع السائق الآن، سيكون عندكم قبل السادسة.",
        "You are right. I have just talked to the driver, he will be with you before six." },
      { "وإن لم يأتِ؟", "And if he does not come?" },
      { "نعيد لكم رسوم التوصيل كاملة، وهذا رقمي المباشر.", "Then we return the delivery fee in full, and here is my direct number." },
      { "وصل الطلب، شكرًا.", "It has arrived, thank you." } },
    { "وصل الطلب وأُعيدت رسوم التوصيل", "Delivered, and the fee was returned" } },
  { DAFTAR_TICKET_KIND_RETURN, DAFTAR_CHANNEL_IN_PERSON, DAFTAR_MOOD_CALM, DAFTAR_PRIORITY_NORMAL,
    { "إرجاع قلاية هوائية", "Returning an air fryer" },
    { { "القلاية صغيرة على عائلتنا، هل يمكن استبدالها بالحجم الأكبر؟",
        "The air fryer is too small for our family, could we change it for the bigger one?" },
      { "نعم خلال أربعة عشر يومًا مع الفاتورة والعلبة.", "Yes, within fourteen days with the invoice and the box." },
      { "كم الفرق في السعر؟", "What is the difference in price?" },
      { "مئة وثمانون ريالًا.", "A hundred and eighty riyals." }, { "سأحضرها مساء الخميس.", "I will bring it on Thursday evening." } },
    { "استُبدلت بالحجم الأكبر", "Changed for the bigger one" } },
  { DAFTAR_TICKET_KIND_INQUIRY, DAFTAR_CHANNEL_SOCIAL, DAFTAR_MOOD_LOST, DAFTAR_PRIORITY_NORMAL,
    { "أي ماكينة قهوة تناسبني؟", "Which coffee machine is right for me?" },
    { { "قرأت كثيرًا ولم أعد أعرف ماذا أختار، أريد قهوة جيدة دون تعقيد.",
        "I have read so much that I no longer know what to choose. I want good coffee without much fuss." },
      { "كم كوبًا تشربون في اليوم؟ وهل تحبون الحليب؟", "How many cups a day do you drink? And do you like milk?" },
      { "كوبان في الصباح، ومع الحليب أحيانًا.", "Two in the morning, sometimes with milk." },
      { "ننصح بالماكينة الصغيرة مع عصا البخار، ويمكنكم تجربتها عندنا.",
        "We advise the small machine with a steam wand, you can try it here." },
      { "سأزوركم نهاية الأسبوع.", "I will visit you at the weekend." } },
    { "دعوة لتجربة الماكينة في المتجر", "Invited to try the machine in the shop" } },
  { DAFTAR_TICKET_KIND_COMPLAINT, DAFTAR_CHANNEL_EMAIL, DAFTAR_MOOD_ANGRY, DAFTAR_PRIORITY_URGENT,
    { "خُصم المبلغ مرتين من البطاقة", "The card was charged twice" },
    { { "خُصم من بطاقتي مبلغ 1,690 ريالًا مرتين! أريد استرجاع المبلغ فورًا.",
        "My card was charged 1,690 riyals twice! I want the money back at once." },
      { "نعتذر بشدة. أرسلنا طلب الاسترجاع إلى البنك الآن، ونتابعه معكم يوميًا.",
        "We apologise. We have just sent the refund request to the bank and will follow it with you every day." },
      { "كم يستغرق ذلك؟", "How long will it take?" },
      { "من ثلاثة إلى خمسة أيام عمل، وسنرسل لكم رقم العملية.", "Three to five working days; we will send you the reference number." },
      { "عاد المبلغ اليوم.", "The money is back today." } },
    { "أُعيد المبلغ المكرر", "The double charge was returned" } },
  { DAFTAR_TICKET_KIND_REQUEST, DAFTAR_CHANNEL_WHATSAPP, DAFTAR_MOOD_CALM, DAFTAR_PRIORITY_LOW,
    { "حجز طقم الفناجين الأزرق", "Reserving the blue set of cups" },
    { { "هل ما زال الطقم الأزرق متوفرًا؟ أريد حجزه لأختي.", "Is the blue set still there? I would like to reserve it for my sister." },
      { "بقي منه طقمان، حجزنا لكم واحدًا حتى السبت.", "There are two left, we have put one aside for you until Saturday." },
      { "هل تغلفونه هدية؟", "Can you wrap it as a present?" }, { "بكل سرور ودون مقابل.", "With pleasure, and free of charge." },
      { "شكرًا، سيمر أخي غدًا.", "Thank you, my brother will come tomorrow." } },
    { "سُلّم مغلفًا", "Handed over, wrapped" } },
  { DAFTAR_TICKET_KIND_INQUIRY, DAFTAR_CHANNEL_WEBSITE, DAFTAR_MOOD_LOST, DAFTAR_PRIORITY_NORMAL,
    { "المكنسة لا تتصل بالشبكة", "The robot vacuum does not connect" },
    { { "حاولت ثلاث مرات ولا تظهر المكنسة في التطبيق.", "I tried three times and the vacuum does not show up in the app." },
      { "هل شبكة المنزل على التردد 2.4؟ المكنسة لا ترى غيره.", "Is your network on 2.4 GHz? The vacuum sees no other." },
      { "لا أعرف أين أجد ذلك.", "I do not know where to find that." },
      { "نتصل بكم الآن ونعمل الخطوات معًا.", "We will call you now and do it together." },
      { "نجحت! شكرًا على الصبر.", "It worked! Thank you for your patience." } },
    { "شُرحت الخطوات بالهاتف", "Explained step by step on the phone" } },
  { DAFTAR_TICKET_KIND_FEEDBACK, DAFTAR_CHANNEL_SMS, DAFTAR_MOOD_CALM, DAFTAR_PRIORITY_LOW,
    { "شكر للموظفة ليلى", "Thanks to Layla" },
    { { "أردت فقط أن أشكر الموظفة ليلى على صبرها مع والدتي.", "I just wanted to thank Layla for her patience with my mother." },
      { "كلماتكم أسعدت الفريق كله، وصلت إليها.", "Your words made the whole team happy, we passed them on." },
      { "تستحق كل خير.", "She deserves it." }, { "سلامنا للوالدة، وهدية بسيطة بانتظارها عندنا.", "Our greetings to your mother, a small present is waiting for her here." },
      { "هذا كرم منكم.", "That is kind of you." } },
    { "شكر مسجل للموظفة", "Thanks recorded" } },
  { DAFTAR_TICKET_KIND_REQUEST, DAFTAR_CHANNEL_PHONE, DAFTAR_MOOD_FRUSTRATED, DAFTAR_PRIORITY_NORMAL,
    { "قطعة غيار للمطحنة", "Spare part for the grinder" },
    { { "أبحث عن سكاكين المطحنة منذ شهر، هل توفرونها؟", "I have been looking for the grinder's blades for a month, do you have them?" },
      { "ليست هنا، ونطلبها لكم من الوكيل خلال أسبوع.", "Not here, but we can order them from the dealer within a week." },
      { "مضى أسبوع ولم يتصل أحد.", "A week has passed and nobody has called." },
      { "نعتذر، تأخرت الشحنة. تصل الأربعاء بإذن الله ونتصل بكم.", "We are sorry, the shipment is late. It comes on Wednesday and we will call you." },
      { "بانتظاركم.", "I am waiting for you." } },
    { "وصلت القطعة وسُلّمت", "The part came and was handed over" } },
  { DAFTAR_TICKET_KIND_RETURN, DAFTAR_CHANNEL_WHATSAPP, DAFTAR_MOOD_FRUSTRATED, DAFTAR_PRIORITY_HIGH,
    { "الغلاية تسرّب الماء", "The kettle leaks" },
    { { "الغلاية تسرب الماء من الأسفل بعد شهر واحد.", "The kettle leaks at the bottom after just one month." },
      { "هي داخل الضمان. نستبدلها لكم متى مررتم بنا.", "It is under warranty. We will change it whenever you come by." },
      { "أنا مشغول هذا الأسبوع.", "I am busy this week." }, { "نرسل المندوب إليكم، أي وقت يناسبكم؟", "We will send someone to you, which time suits you?" },
      { "الثلاثاء بعد العصر.", "Tuesday afternoon." } },
    { "استُبدلت في المنزل", "Changed at the customer's home" } },
};
const guint daftar_demo_n_tickets = G_N_ELEMENTS (daftar_demo_tickets);
