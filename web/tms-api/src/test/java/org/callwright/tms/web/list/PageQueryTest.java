package org.callwright.tms.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.callwright.tms.PageWanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which page is meant, and which links stand around it. */
class PageQueryTest {

    private static MultivaluedMap<String, String> query(String text) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.add(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return parameters;
    }

    private static String links(String text, long total) {
        return PageQuery.of(query(text), false).links("/x", total).orElse("");
    }

    @ParameterizedTest
    @CsvSource({"'',1,50,false", "page=3,3,50,false", "page=0,1,50,false", "page=-2,1,50,false", "page=x,1,50,false",
        "page=99999999999,1,50,false", "page=2147483647,10000000,50,false", "page_size=100,1,100,false",
        "page_size=1,1,1,false", "page_size=101,1,100,false", "page_size=0,1,50,false", "page_size=x,1,50,false",
        "sort_order=ASC,1,50,true", "sort_order=asc,1,50,true", "sort_order=DESC,1,50,false", "sort_order=x,1,50,false",
        "page=2&page_size=10&sort_order=ASC&sort_by=created_at,2,10,true"})
    void senselessParametersShouldBeAsGoodAsNone(String text, int number, int size, boolean oldestFirst) {
        assertThat(PageQuery.of(query(text), false).wanted()).isEqualTo(new PageWanted(number, size, oldestFirst));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 50})
    void onlyPageShouldHaveNoLinks(long total) {
        assertThat(links("", total)).isEmpty();
    }

    @Test
    void pagesShouldLinkWhatIsBeforeAndBehindThem() {
        assertThat(links("", 51)).isEqualTo("</x?page=2>; rel=\"next\", </x?page=2>; rel=\"last\"");
        assertThat(links("page=3", 250)).isEqualTo("</x?page=1>; rel=\"first\", </x?page=2>; rel=\"prev\", "
                + "</x?page=4>; rel=\"next\", </x?page=5>; rel=\"last\"");
        assertThat(links("page=5", 250)).isEqualTo("</x?page=1>; rel=\"first\", </x?page=4>; rel=\"prev\"");
    }

    @Test
    void pageBehindTheEndShouldLinkBackIntoTheList() {
        assertThat(links("page=9", 120)).isEqualTo("</x?page=1>; rel=\"first\", </x?page=3>; rel=\"prev\"");
        assertThat(links("page=2", 0)).isEqualTo("</x?page=1>; rel=\"first\", </x?page=1>; rel=\"prev\"");
    }

    @Test
    void linksShouldKeepWhatElseWasAskedFor() {
        assertThat(links("page_size=10&sort_order=ASC&junk=<x>", 15))
                .isEqualTo("</x?page=2&page_size=10&sort_order=ASC>; rel=\"next\", "
                        + "</x?page=2&page_size=10&sort_order=ASC>; rel=\"last\"");
        assertThat(links("sort_order=DESC", 51)).doesNotContain("sort_order");
        assertThat(PageQuery.of(query("sort_order=DESC"), true).links("/x", 51).orElse(""))
                .contains("</x?page=2&sort_order=DESC>");
    }
}
