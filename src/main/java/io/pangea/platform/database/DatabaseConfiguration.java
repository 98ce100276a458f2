package io.pangea.platform.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.pangea.platform.json.Identifiers;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The database: embedded unless there is a URL, typed ids as UUID columns, one lock for
 * schedules.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableSchedulerLock(defaultLockAtMostFor = "PT5M")
class DatabaseConfiguration {

	private static final int SCHEDULES_AT_A_TIME = 6;

	@Bean
	@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
	static EmbeddedDatabase embeddedDatabase(@Value("${pangea.data-directory:data}") Path directory) {
		return new EmbeddedDatabase(directory);
	}

	/** Asked for first of all beans, it starts while the others are being made. */
	@Bean
	static BeanFactoryPostProcessor databaseFirst() {
		return (beans) -> {
			if (beans.containsBeanDefinition("embeddedDatabase")) {
				beans.getBean("embeddedDatabase");
			}
		};
	}

	/**
	 * Several threads, so that a schedule that takes its time, or waits for the database,
	 * does not keep this process from saying that it lives.
	 */
	@Bean
	static ThreadPoolTaskScheduler taskScheduler() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setThreadNamePrefix("schedule-");
		scheduler.setPoolSize(SCHEDULES_AT_A_TIME);
		scheduler.setWaitForTasksToCompleteOnShutdown(true);
		scheduler.setAwaitTerminationSeconds(10);
		return scheduler;
	}

	@Bean
	JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, Identifiers identifiers) {
		List<Object> converters = new ArrayList<>();
		for (Class<?> type : identifiers.types()) {
			converters.add(new IdentifierConverters.Writing(type));
			converters.add(new IdentifierConverters.Reading(type));
		}
		return JdbcCustomConversions.of(dialect, converters);
	}

	@Bean
	LockProvider lockProvider(DataSource dataSource) {
		return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
			.withJdbcTemplate(new JdbcTemplate(dataSource))
			.withTableName("pangea.shedlock")
			.usingDbTime()
			.build());
	}

}
