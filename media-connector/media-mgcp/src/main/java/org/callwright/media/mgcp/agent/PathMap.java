package org.callwright.media.mgcp.agent;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Under which path the media servers see a file of the shared folder.
 *
 * @param here the folder's path on this machine; empty when both sides see the same paths
 * @param there the folder's path at the media servers
 */
public record PathMap(Optional<Path> here, Optional<Path> there) {

    /** Both sides see the same paths. */
    public static final PathMap SAME = new PathMap(Optional.empty(), Optional.empty());

    /** The file's path at the media servers; a file outside the folder keeps its own. */
    public Path there(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return here.isPresent() && there.isPresent() && absolute.startsWith(here.get())
                ? there.get().resolve(here.get().relativize(absolute)) : absolute;
    }
}
