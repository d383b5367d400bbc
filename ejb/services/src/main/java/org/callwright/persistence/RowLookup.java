package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the row with an id, by one statement and nothing else: look-ups by SID are what applications do most, and a
 * transaction and a persistence context for a row that is only read cost several times the statement. Table and columns
 * come from the entity, so that what JPA writes and what is read here can't drift apart. Knows the types that rows of
 * records have; an entity with others is refused when it is first looked at.
 *
 * @param <E> the entity
 */
final class RowLookup<E> {

    private final Constructor<E> constructor;
    private final List<Cell> cells;
    private final String sql;

    /** A field and how its column is read. */
    private record Cell(Field field, Reader reader) {
    }

    private interface Reader {

        Object read(ResultSet row, int column) throws SQLException;
    }

    RowLookup(Class<E> entity) {
        List<Field> fields = Stream.of(entity.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .toList();
        cells = fields.stream().map(field -> new Cell(field, reader(field.getType()))).toList();
        Field id = fields.stream().filter(field -> field.isAnnotationPresent(Id.class)).findFirst().orElseThrow();
        sql = "select " + fields.stream().map(RowLookup::column).collect(Collectors.joining(", "))
                + " from " + entity.getAnnotation(Table.class).name() + " where " + column(id) + " = ?";
        try {
            constructor = entity.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("no entity: " + entity, e);
        }
    }

    Optional<E> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(entity(rows)) : Optional.empty();
            }
        }
    }

    private E entity(ResultSet row) throws SQLException {
        try {
            E entity = constructor.newInstance();
            int column = 0;
            for (Cell cell : cells) {
                cell.field.set(entity, cell.reader.read(row, ++column));
            }
            return entity;
        } catch (ReflectiveOperationException e) {
            throw new PersistenceException("an entity could not be made", e);
        }
    }

    private static String column(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.name().isEmpty() ? field.getName() : column.name();
    }

    private static Reader reader(Class<?> type) {
        if (type == String.class) {
            return ResultSet::getString;
        }
        if (type == Instant.class) {
            return RowLookup::instant;
        }
        if (type == long.class) {
            return ResultSet::getLong;
        }
        if (type == int.class) {
            return ResultSet::getInt;
        }
        if (type == boolean.class) {
            return ResultSet::getBoolean;
        }
        if (type == Integer.class) {
            return (row, column) -> row.getObject(column, Integer.class);
        }
        throw new IllegalArgumentException("no type of a column: " + type);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
