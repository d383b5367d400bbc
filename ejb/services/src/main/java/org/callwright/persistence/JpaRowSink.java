package org.callwright.persistence;

import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callwright.call.Effect;
import org.callwright.recordings.RecordingFiles;

/** Rows into the database, with one look per table at what is there already; that is overwritten, the rest is new. */
final class JpaRowSink implements RowSink {

    private final Database database;
    private final RecordingFiles files;
    private final Runnable callbacksCame;

    JpaRowSink(Database database, RecordingFiles files) {
        this(database, files, () -> { });
    }

    /**
     * Makes a sink.
     *
     * @param callbacksCame told when callbacks are in the database
     */
    JpaRowSink(Database database, RecordingFiles files, Runnable callbacksCame) {
        this.database = database;
        this.files = files;
        this.callbacksCame = callbacksCame;
    }

    @Override
    public void write(List<Effect.Record> rows) {
        rows.forEach(this::dropAudio);
        database.run(em -> writeAll(em, rows));
        if (rows.stream().anyMatch(Effect.QueueCallback.class::isInstance)) {
            callbacksCame.run();
        }
    }

    @Override
    public boolean answers() {
        try {
            return database.call(em -> em.createNativeQuery("select 1").getSingleResult()) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void writeAll(EntityManager em, List<Effect.Record> rows) {
        Map<Class<?>, List<String>> sids = new LinkedHashMap<>();
        rows.forEach(row -> sids.computeIfAbsent(typeOf(row), type -> new ArrayList<>()).add(PendingRows.sid(row)));
        Set<String> present = new HashSet<>();
        sids.forEach((type, of) -> present.addAll(load(em, type, of)));
        List<Object> added = new ArrayList<>();
        for (Effect.Record row : rows) {
            String sid = PendingRows.sid(row);
            if (row instanceof Effect.DropRecording) {
                if (present.contains(sid)) {
                    em.remove(em.find(RecordingEntity.class, sid));
                }
            } else if (present.contains(sid)) {
                em.merge(entity(row));
            } else {
                Object entity = entity(row);
                em.persist(entity);
                added.add(entity);
            }
        }
        RowTotals.add(em, added);
    }

    /** Loads the rows that are there, so that merging them asks the database no more; their SIDs. */
    private static List<String> load(EntityManager em, Class<?> type, List<String> sids) {
        String name = em.getMetamodel().entity(type).getName();
        return em.createQuery("select e, e.sid from " + name + " e where e.sid in :sids", Object[].class)
                .setParameter("sids", sids)
                .getResultStream()
                .map(row -> (String) row[1])
                .toList();
    }

    private static Class<?> typeOf(Effect.Record row) {
        return row instanceof Effect.DropRecording ? RecordingEntity.class : entity(row).getClass();
    }

    private static Object entity(Effect.Record row) {
        if (row instanceof Effect.SaveCall save) {
            return CallEntity.of(save.call());
        }
        if (row instanceof Effect.SaveSay save) {
            return SayEntity.of(save.say());
        }
        if (row instanceof Effect.SaveRecording save) {
            return RecordingEntity.of(save.recording());
        }
        if (row instanceof Effect.SaveMessage save) {
            return MessageEntity.of(save.message());
        }
        if (row instanceof Effect.QueueCallback queue) {
            return CallbackEntity.of(queue.callback());
        }
        if (row instanceof Effect.HoldCallback hold) {
            return CallbackEntity.held(hold.callback());
        }
        return NotificationEntity.of(((Effect.SaveNotification) row).notification());
    }

    private void dropAudio(Effect.Record row) {
        if (row instanceof Effect.DropRecording drop) {
            try {
                files.delete(drop.recording());
            } catch (UncheckedIOException e) {
                PersistenceLog.LOG.audioNotRemoved(drop.recording().value(), e);
            }
        }
    }
}
