/// Short texts, written for the tests, in languages that the sample corpus does not have.
package enum LanguageSamples {
  package static let traditionalChinese = """
    區公所本年度工作報告
    一年來，本所同仁在各界支持之下，完成道路修繕二十三處，並且舉辦健康講座十五場，參加的民眾超過三千人。
    對於老人照顧，我們與鄰里合作，每週派員訪視獨居長者，協助他們購買日用品以及辦理各項補助。
    明年將繼續加強圖書館的服務，延長開放時間，讓學生在晚上也有安靜的地方讀書。
    """

  package static let japanese = """
    令和五年度　港湾事務所の活動報告
    今年は台風の影響が少なかったため、岸壁の補修工事を予定より二か月早く終えることができました。
    地域の小学校と協力して、海の安全についての授業を十二回開き、延べ四百人の子どもたちが参加しました。
    来年度は、古くなった照明を新しいものに取り替え、夜間でも安心して散歩できる場所にしていきます。
    """

  package static let korean = """
    시립 도서관의 올해 활동 보고
    올해 우리 도서관은 주민들과 함께 열두 번의 독서 모임을 열었고, 모두 오백 명이 넘는 사람들이 참여하였습니다.
    오래된 책장을 새것으로 바꾸고, 어린이를 위한 방을 더 밝고 넓게 만들었습니다.
    내년에는 저녁 시간에도 문을 열어 학생들이 조용히 공부할 수 있도록 하겠습니다.
    """

  package static let french = """
    Rapport d’activité de la médiathèque
    Cette année, l’équipe a accueilli plus de neuf mille élèves et préparé, à leur intention, une série d’ateliers très appréciés.
    Les travaux de la façade ont été achevés dès le mois d’août ; le coût s’élève à 12 000 €, moins que prévu.
    """

  package static let spanish = """
    Informe anual de la oficina de atención al ciudadano
    Durante el año se resolvieron más de tres mil peticiones; la mayoría se refería a los permisos de construcción y a la señalización.
    ¿Qué queda por hacer? Mejorar la atención telefónica y ampliar el horario de los sábados.
    """

  package static let german = """
    Jahresbericht der Stadtbücherei
    Im vergangenen Jahr wurden über zwölftausend Bücher ausgeliehen, so viele wie nie zuvor; auch die Lesungen für Schüler fanden großen Anklang.
    Künftig öffnen wir früher und schließen später, damit auch Berufstätige Zeit für uns haben.
    """
}
