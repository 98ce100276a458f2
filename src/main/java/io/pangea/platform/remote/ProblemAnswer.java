package io.pangea.platform.remote;

import org.springframework.http.ProblemDetail;

/** A module answered that it will not do what it was asked. */
class ProblemAnswer extends RuntimeException {

	private final transient ProblemDetail problem;

	ProblemAnswer(ProblemDetail problem) {
		super(problem.getDetail(), null, false, false);
		this.problem = problem;
	}

	ProblemDetail problem() {
		return this.problem;
	}

}
