package io.pangea.platform.topology;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why a process cannot run the way it was told to. */
class TopologyFailures extends AbstractFailureAnalyzer<TopologyInvalid> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, TopologyInvalid cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
	}

}
