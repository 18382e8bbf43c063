import { EVENT_TOPICS, type EventTopic } from '@/lib/core/event-topics';

/** The name that a topic goes by in forms and in our words: `order_paid`. */
export const topicName = (topic: EventTopic) => topic.replaceAll('.', '_') as TopicName;

type Underscored<Text extends string> = Text extends `${infer Head}.${infer Tail}`
  ? `${Head}_${Tail}`
  : Text;
export type TopicName = Underscored<EventTopic>;

/** What an endpoint can choose to be told: a test is sent to whom it is meant for, whatever was chosen. */
export const CHOICES = EVENT_TOPICS.filter((topic) => topic !== 'test.ping');

/** The fields of the form that hold the choice. */
export const TOPIC_FIELDS = ['which', ...CHOICES.map(topicName)];
