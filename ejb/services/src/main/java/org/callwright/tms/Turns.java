package org.callwright.tms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes from several queues in turns. */
final class Turns {

    private Turns() {
    }

    /** One of each queue, then a second one of each, until there are enough. */
    static <T> List<T> take(List<List<T>> queues, int most) {
        List<T> taken = new ArrayList<>();
        Deque<Deque<T>> waiting = new ArrayDeque<>();
        queues.stream().filter(queue -> !queue.isEmpty()).map(ArrayDeque::new).forEach(waiting::add);
        while (!waiting.isEmpty() && taken.size() < most) {
            Deque<T> queue = waiting.poll();
            taken.add(queue.poll());
            if (!queue.isEmpty()) {
                waiting.add(queue);
            }
        }
        return taken;
    }
}
