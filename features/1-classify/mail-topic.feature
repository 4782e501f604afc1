Feature: Mail topic
  What a message is about, told by its words, in English and Chinese.
  Rules: rules/1-classify/mail-topic.csv

  Rule: The first topic whose words a message has is its topic

    Scenario Outline: "<text>" is <topic>
      When Anna writes an e-mail: "<text>"
      Then the topic of the message is <topic>

      Examples: The wish to hear no more comes before everything else
        | text                                          | topic       |
        | Please unsubscribe me.                        | unsubscribe |
        | 请退订。                                      | unsubscribe |
        | Take me off your list, I am disappointed.     | unsubscribe |
        | My subscription is fine.                      | other       |

      Examples: Complaints come before questions and thanks
        | text                                          | topic     |
        | The lamp arrived broken.                      | complaint |
        | 灯坏了,要退款!                                | complaint |
        | Where is my refund? Thank you.                | complaint |
        | How do I repair a breakage?                   | question  |

      Examples: Questions come before thanks
        | text                                          | topic    |
        | When will the red mugs be back? Many thanks.  | question |
        | 请问什么时候有货?谢谢                         | question |
        | The red mugs are back. Many thanks.           | praise   |

      Examples: Talk of leaving and of the price come after complaints and before questions
        | text                                          | topic     |
        | How can I close my account?                   | leaving   |
        | I want to close my account, the lamp broken.  | complaint |
        | 我要换一家。                                  | leaving   |
        | Can you make it cheaper?                      | price     |
        | 太贵了                                        | price     |
        | Can you make it larger?                       | question  |

      Examples: Praise, and everything else
        | text                                          | topic  |
        | I love them, excellent!                       | praise |
        | 谢谢,我很喜欢!                                | praise |
        | The parcel came on Tuesday.                   | other  |
        | 包裹周二到了。                                | other  |

  Rule: A form is read like a mail

    Scenario: The contact form
      When Anna fills in the form "contact": "The lamp arrived broken."
      Then the topic of the message is complaint
