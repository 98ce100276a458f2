package io.pangea.laws.broken;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A value that loses something on the way. */
public record Forgetful(String kept, @JsonIgnore String lost) {

}
