Feature: Mail topic
  What a message is about, told by its words; it may be about several things.
  Rules: rules/1-classify/mail-topic.csv

  Rule: Whose words show that he wants to leave the list wants to leave it, in whatever language

    Scenario Outline: "<text>" is a wish to leave the list
      When Anna writes an e-mail: "<text>"
      Then the topic of the message is unsubscribe

      Examples:
        | text                                                    |
        | Please unsubscribe me.                                  |
        | I want to be unsubscribed from these emails             |
        | TAKE ME OFF YOUR LIST                                   |
        | Please take my name off your mailing list.              |
        | Don’t email me again.                                   |
        | STOP                                                    |
        | Stop, please!                                           |
        | 请退订。                                                |
        | 別再寄了                                                |
        | TD                                                      |
        | Bitte melden Sie mich vom Newsletter ab.                |
        | Ich möchte keine Werbung mehr, Abmeldung bitte          |
        | Merci de me désabonner de votre liste.                  |
        | DESABONNEZ-MOI                                          |
        | Quiero darme de baja del boletín                        |
        | Cancellatemi dalla lista, grazie                        |
        | Quero cancelar a minha inscrição                        |
        | Schrijf me uit voor de nieuwsbrief                      |
        | Proszę mnie wypisać z listy                             |
        | Пожалуйста, отпишите меня от рассылки.                  |
        | メルマガの配信を停止してください                        |
        | 수신거부 부탁드립니다                                   |
        | أريد إلغاء الاشتراك من فضلكم                            |
        | Meld mig venligst fra nyhedsbrevet                      |
        | Jag vill avregistrera mig                               |
        | Meld meg av nyhetsbrevet                                |
        | ABONELİKTEN ÇIKMAK İSTİYORUM                            |
        | Prosím odhlaste mě z odběru                             |
        | Poistakaa minut postituslistalta                        |
        | Leiratkozás                                             |
        | Vă rog să mă dezabonați                                 |
        | Відпишіть мене від розсилки                             |
        | Διαγράψτε με από τη λίστα                               |
        | הסירו אותי מרשימת התפוצה                                |
        | Hủy đăng ký                                             |
        | Berhenti berlangganan                                   |
        | ยกเลิกการรับข่าวสาร                                     |
        | I no longer wish to hear from you                       |
        | Ich will Ihren Newsletter nicht mehr erhalten           |
        | Plus de newsletter, mais gardez les avis de commande    |
        | No quiero más publicidad, solo los avisos de mis pedidos |
        | 不要再骚扰我了                                          |
        | I want to opt out                                       |
        | No longer interested, discontinue your emails           |
        | Keine weitere Werbung!                                  |
        | Basta con queste pubblicità                             |
        | Não quero mais propaganda                               |
        | Hou op met die berichten                                |
        | Kein Interesse mehr an Ihrem Newsletter                 |
        | Nie chcę już waszych reklam                             |
        | Прошу больше не присылать мне рекламу                   |
        | Jeg vil ikke ha mer reklame fra dere                    |
        | لغو اشتراک                                              |
        | कृपया ईमेल भेजना बंद करें                               |
        | Odjavite me s liste                                     |

  Rule: Who says that he does not want to leave is not taken off the list

    Scenario Outline: "<text>" is no wish to leave the list
      When Anna writes an e-mail: "<text>"
      Then the topic of the message is not unsubscribe

      Examples: Denied
        | text                                                    |
        | I did not mean to unsubscribe                           |
        | Please do not unsubscribe me!                           |
        | Please don’t stop sending me your letters               |
        | I clicked unsubscribe by accident                       |
        | 我不想退订                                              |
        | 不要退订,我还想收                                       |
        | Ich möchte mich nicht abmelden                          |
        | Je ne veux pas me désabonner                            |
        | No quiero darme de baja                                 |
        | Non voglio disiscrivermi                                |
        | Não quero cancelar a inscrição                          |
        | Ik wil me niet uitschrijven                             |
        | Nie chcę się wypisać                                    |
        | Я не хочу отписываться                                  |
        | 配信を停止しないでください                              |
        | 구독을 취소하지 마세요                                  |
        | لا أريد إلغاء الاشتراك                                  |
        | Jeg vil ikke afmelde mig                                |
        | Jag vill inte avregistrera mig                          |
        | Abonelikten çıkmak istemiyorum                          |
        | Nechci se odhlásit                                      |
        | Why was I unsubscribed?                                 |
        | 为什么我被退订了？                                      |
        | Warum wurde ich abgemeldet?                             |
        | Pourquoi ai-je été désabonné ?                          |
        | ¿Por qué me dieron de baja?                             |
        | なぜ配信停止になったのですか                            |
        | 왜 수신거부가 되었나요?                                 |
        | En halua peruuttaa uutiskirjettä                        |

      Examples: About somebody or something else
        | text                                                    |
        | My subscription is fine.                                |
        | I shall stop by the shop on Friday                      |
        | The clock stopped working                               |
        | The subscription box is lovely                          |
        | The bus stop is right in front of your shop             |
        | 我要退订单里的杯子                                      |
        | How many people unsubscribe after such a mail?          |
        | Please unsubscribe my colleague, she left us            |
        | To unsubscribe from this group send a mail to the owner |
        | Seit Wochen habe ich mein Paket nicht mehr erhalten     |
        | Me voy a la planta baja                                 |

    Scenario: Who denies one thing and wants another
      When Anna writes an e-mail: "I did not mean to complain. Please unsubscribe me."
      Then the topic of the message is unsubscribe
      And the topic of the message is not complaint

  Rule: A message is about everything that its words show

    Scenario Outline: "<text>" is <topic> and <also>
      When Anna writes an e-mail: "<text>"
      Then the topic of the message is <topic>
      And the topic of the message is <also>
      And the topic of the message is not other

      Examples:
        | text                                          | topic       | also      |
        | Take me off your list, I am disappointed.     | unsubscribe | complaint |
        | I am furious and will close my account        | complaint   | leaving   |
        | 太差了,请退订                                 | complaint   | unsubscribe |
        | Where is my refund? Thank you.                | complaint   | question  |
        | When will the red mugs be back? Many thanks.  | question    | praise    |
        | Too expensive, I shall switch to another shop | price       | leaving   |
        | Die Lampe kam kaputt an. Wann kommt die neue? | complaint   | question  |
        | Sehr enttäuscht, ich kündige mein Konto       | complaint   | leaving   |
        | La lampe est cassée. Désabonnez-moi.          | complaint   | unsubscribe |
        | Je suis déçue, je ferme mon compte            | complaint   | leaving   |
        | Estoy decepcionado, cierren mi cuenta         | complaint   | leaving   |
        | La lámpara llegó rota. Denme de baja.         | complaint   | unsubscribe |
        | No ha llegado. ¿Dónde está mi pedido?         | complaint   | question  |
        | 东西是破的，再这样我就不买了                  | complaint   | leaving   |
        | 请退订。快递到哪里了？                        | unsubscribe | question  |

  Rule: Each topic has its words

    Scenario Outline: "<text>" is <topic>
      When Anna writes an e-mail: "<text>"
      Then the topic of the message is <topic>

      Examples:
        | text                                          | topic     |
        | The lamp arrived broken.                      | complaint |
        | 灯坏了,要退款!                                | complaint |
        | How do I repair a breakage?                   | question  |
        | 请问什么时候有货?谢谢                         | question  |
        | How can I close my account?                   | leaving   |
        | 我要换一家。                                  | leaving   |
        | Can you make it cheaper?                      | price     |
        | 太贵了                                        | price     |
        | Can you make it larger?                       | question  |
        | I love them, excellent!                       | praise    |
        | 谢谢,我很喜欢!                                | praise    |
        | Die Vase ist beschädigt                       | complaint |
        | Je veux être remboursé                        | complaint |
        | Wo bleibt mein Paket?                         | question  |
        | Pouvez-vous livrer demain ?                   | question  |
        | Das ist mir zu teuer                          | price     |
        | C'est trop cher                               | price     |
        | Es demasiado caro                             | price     |
        | Die Lampe ist wunderbar                       | praise    |
        | J'adore cette lampe                           | praise    |
        | Estoy encantada con la lámpara                | praise    |
        | The parcel came on Tuesday.                   | other     |
        | 包裹周二到了。                                | other     |

    Scenario Outline: "<text>" is not <topic>
      When Anna writes an e-mail: "<text>"
      Then the topic of the message is not <topic>

      Examples:
        | text                                 | topic     |
        | The lamp is not broken               | complaint |
        | 灯没坏,不用退款                      | complaint |
        | I would not recommend it             | praise    |
        | 我不喜欢                             | praise    |
        | It was not too expensive             | price     |
        | Could you please unsubscribe me?     | question  |
        | Die Vase ist nicht beschädigt        | complaint |
        | Le vase n'est pas cassé              | complaint |
        | El jarrón no está roto               | complaint |
        | Ich kann sie nicht empfehlen         | praise    |
        | No lo recomiendo                     | praise    |

  Rule: A machine says nothing

    Scenario: An automatic reply has no topic
      When an automatic reply comes from Anna: "Thank you for your complaint."
      Then the topic of the message is not complaint
      And the topic of the message is not praise
      And the topic of the message is not other

  Rule: A form is read like a mail

    Scenario: The contact form
      When Anna fills in the form "contact": "The lamp arrived broken."
      Then the topic of the message is complaint
