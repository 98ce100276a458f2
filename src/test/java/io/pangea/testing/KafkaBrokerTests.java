package io.pangea.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaBrokerTests {

	@Test
	void keepsWhatItHadWhenItIsKilled() throws ExecutionException, InterruptedException {
		try (KafkaBroker broker = KafkaBroker.create();
				Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()))) {
			admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1))).all().get();
			broker.kill();
			broker.start();
			assertThat(admin.listTopics().names().get()).contains("kept");
		}
	}

}
