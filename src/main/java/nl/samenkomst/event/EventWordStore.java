package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** The SQL that writes an event's words and questions; they are read with the event. */
record EventWordStore(SqlClient sql) {

    /** Writes the words in every language, in place of those that were there. */
    Future<Void> writeTexts(Event event) {
        return sql.preparedQuery("""
                with gone as (delete from event_text where event_id = $1 and not ($2::jsonb ? language))
                insert into event_text (event_id, language, title, summary, description)
                select $1, key, value ->> 'title', value ->> 'summary', value ->> 'description'
                  from jsonb_each($2::jsonb)
                    on conflict (event_id, language) do update
                   set title = excluded.title, summary = excluded.summary, description = excluded.description
                """)
                .execute(Tuple.of(event.id(), EventParts.json(event.texts())))
                .mapEmpty();
    }

    /** Adds the questions of the event's present version; older versions stay, for the answers that were given to them. */
    Future<Void> addQuestions(Event event) {
        return sql.preparedQuery("""
                insert into question (event_id, version, id, position, kind, label, required, choices)
                select $1, $2, one ->> 'id', position, one ->> 'kind', one ->> 'label', (one ->> 'required')::boolean,
                       array(select jsonb_array_elements_text(one -> 'choices'))
                  from jsonb_array_elements($3::jsonb) with ordinality as asked (one, position)
                """)
                .execute(Tuple.of(
                        event.id(), event.questionsVersion(), EventParts.array(event.questions(), EventParts::json)))
                .mapEmpty();
    }
}
