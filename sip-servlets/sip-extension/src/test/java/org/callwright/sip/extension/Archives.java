package org.callwright.sip.extension;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs test classes into the archives a server takes. */
final class Archives {
    private static final Path CLASSES = Path.of(System.getProperty("it.classes", "target/test-classes"));

    private Archives() {
    }

    /** An EAR with an EJB jar and a web archive with the SIP servlet. */
    static Path ear(String name, Map<String, String> webInf) throws IOException {
        Map<String, byte[]> web = new TreeMap<>();
        classes("org/callwright/sip/extension/app").forEach((path, bytes) -> web.put("WEB-INF/classes/" + path, bytes));
        web.put("WEB-INF/beans.xml", "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" "
                .concat("bean-discovery-mode=\"all\"/>").getBytes());
        webInf.forEach((path, text) -> web.put("WEB-INF/" + path, text.getBytes()));
        Path ear = CLASSES.resolveSibling(name);
        Files.write(ear, zip(Map.of("probe-ejb.jar", zip(classes("org/callwright/sip/extension/ejb")),
                "probe-web.war", zip(web))));
        return ear;
    }

    private static Map<String, byte[]> classes(String folder) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CLASSES.resolve(folder))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : found) {
                content.put(CLASSES.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return content;
    }

    private static byte[] zip(Map<String, byte[]> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
