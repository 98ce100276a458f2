package io.pangea.cart;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of carts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CartSettings.class)
class CartConfiguration {

}
